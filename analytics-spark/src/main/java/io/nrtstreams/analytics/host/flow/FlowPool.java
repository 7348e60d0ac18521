package io.nrtstreams.analytics.host.flow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Compiled queries that wait for the next task: of the last {@value #QUERIES} queries as many as were at work at a time.
 * Thread-safe.
 */
public final class FlowPool {

    private static final int QUERIES = 512;

    private final Map<HostedQuery, Deque<QueryFlow>> idle = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<HostedQuery, Deque<QueryFlow>> eldest) {
            return size() > QUERIES;
        }
    };

    QueryFlow take(HostedQuery query, FlowEnvironment environment) {
        synchronized (this) {
            Deque<QueryFlow> waiting = idle.get(query);
            if (waiting != null && !waiting.isEmpty()) {
                return waiting.pop();
            }
        }
        return QueryFlow.compile(query, environment);
    }

    /** Of tasks that ended well only: what a failed one holds is not to be trusted. */
    synchronized void giveBack(QueryFlow flow) {
        idle.computeIfAbsent(flow.query(), query -> new ArrayDeque<>()).push(flow);
    }
}
