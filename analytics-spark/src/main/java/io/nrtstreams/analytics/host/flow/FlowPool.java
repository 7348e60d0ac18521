package io.nrtstreams.analytics.host.flow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nrtstreams.sql.format.TopicCodec;
import io.nrtstreams.sql.plan.TopicLayout;

/**
 * Compiled queries and codecs that wait for the next task: of the {@value #QUERIES} queries used last as many as were at
 * work at a time. Thread-safe.
 */
public final class FlowPool {

    private static final int QUERIES = 512;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final IdlePool<HostedQuery, QueryFlow> flows = new IdlePool<>(QUERIES);
    private final IdlePool<String, HostedQuery> queries = new IdlePool<>(QUERIES);
    private final IdlePool<TopicLayout, TopicCodec> codecs = new IdlePool<>(QUERIES);

    QueryFlow take(HostedQuery query, FlowEnvironment environment) {
        return flows.take(query, absent -> QueryFlow.compile(absent, environment));
    }

    /** Of tasks that ended well only: what a failed one holds is not to be trusted. */
    void giveBack(QueryFlow flow) {
        flows.giveBack(flow.query(), flow);
    }

    TopicCodec takeCodec(TopicLayout layout, FlowEnvironment environment) {
        return codecs.take(layout, absent -> TopicCodec.of(absent, environment.formats()));
    }

    void giveBack(TopicLayout layout, TopicCodec codec) {
        codecs.giveBack(layout, codec);
    }

    /** The query of a block. */
    HostedQuery query(String text) {
        HostedQuery query = queries.take(text, FlowPool::read);
        queries.giveBack(text, query);
        return query;
    }

    private static HostedQuery read(String text) {
        try {
            return HostedQuery.read(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a block without a query", e);
        }
    }
}
