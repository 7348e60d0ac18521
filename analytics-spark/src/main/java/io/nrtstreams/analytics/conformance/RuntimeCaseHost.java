package io.nrtstreams.analytics.conformance;

import io.nrtstreams.analytics.sql.QueryRuntime;
import io.nrtstreams.analytics.sql.QueryRuntime.Start;
import io.nrtstreams.analytics.sql.QueryRuntime.State;
import io.nrtstreams.analytics.sql.QueryRuntime.Status;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.conformance.CaseHost;
import io.nrtstreams.sql.engine.PersistentQuery;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.plan.PlanNode;
import io.nrtstreams.sql.row.TopicRecord;
import io.nrtstreams.sql.type.SqlType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs queries of cases on a runtime over a broker. Each query has topics and an id of its own, so any number of cases may be
 * under way at a time, and each record has been read before the next one is written. Thread-safe.
 */
final class RuntimeCaseHost implements CaseHost {

    private static final Duration LONGEST_STEP = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 10;

    private final QueryRuntime runtime;
    private final CaseBroker broker;
    private final AtomicInteger numbers = new AtomicInteger();

    RuntimeCaseHost(QueryRuntime runtime, CaseBroker broker) {
        this.runtime = runtime;
        this.broker = broker;
    }

    @Override
    public List<TopicRecord> run(
            PersistentQuery query,
            List<TopicRecord> inputs,
            FunctionRegistry functions,
            Formats formats,
            Map<String, SqlType> types) {
        int number = numbers.incrementAndGet();
        String prefix = "case" + number + "_";
        Set<String> sources = new TreeSet<>();
        collectTopics(query.plan().root(), sources);
        String sink = query.plan().sink().orElseThrow().layout().topic();
        Set<String> topics = new TreeSet<>(sources);
        topics.add(sink);
        broker.create(prefixed(prefix, topics));
        PersistentQuery own = new PersistentQuery(
                prefix + query.id(),
                PlanTopics.withPrefix(query.plan(), prefix),
                query.reads(),
                query.sink(),
                query.ownsSink(),
                false,
                query.statement());
        runtime.start(new Start(own, number, types, Map.of("auto.offset.reset", "earliest")));
        try {
            feed(
                    own.id(),
                    prefix,
                    inputs.stream()
                            .filter(input -> sources.contains(input.topic()))
                            .toList());
            return broker.records(prefix, sink);
        } finally {
            runtime.end(own.id());
            broker.delete(prefixed(prefix, topics));
        }
    }

    private void feed(String id, String prefix, List<TopicRecord> inputs) {
        long sent = 0;
        for (TopicRecord input : inputs) {
            broker.write(prefix + input.topic(), input);
            sent++;
            await(id, sent);
        }
    }

    private void await(String id, long sent) {
        long end = System.nanoTime() + LONGEST_STEP.toNanos();
        while (!isRead(id, sent)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Record " + sent + " was not processed in " + LONGEST_STEP.toSeconds()
                        + " s: " + runtime.status(id));
            }
            rest();
        }
    }

    private boolean isRead(String id, long sent) {
        Status status = runtime.status(id).orElseThrow();
        if (status.state() == State.ERROR) {
            throw new SqlException(status.reason().orElse("The query ended."));
        }
        return status.recordsIn() >= sent && status.lag() == 0;
    }

    private static void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a case was under way", e);
        }
    }

    private static List<String> prefixed(String prefix, Set<String> topics) {
        List<String> names = new ArrayList<>();
        topics.forEach(topic -> names.add(prefix + topic));
        return names;
    }

    private static void collectTopics(PlanNode node, Set<String> topics) {
        if (node instanceof PlanNode.Source source) {
            topics.add(source.layout().topic());
        }
        node.inputs().forEach(input -> collectTopics(input, topics));
    }
}
