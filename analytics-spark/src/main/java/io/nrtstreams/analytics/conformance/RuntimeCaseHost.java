package io.nrtstreams.analytics.conformance;

import io.nrtstreams.analytics.sql.QueryRuntime;
import io.nrtstreams.analytics.sql.QueryRuntime.Start;
import io.nrtstreams.analytics.sql.QueryRuntime.State;
import io.nrtstreams.analytics.sql.QueryRuntime.Status;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.conformance.CaseHost;
import io.nrtstreams.sql.engine.PersistentQuery;
import io.nrtstreams.sql.registry.InMemorySchemaRegistry;
import io.nrtstreams.sql.row.TopicRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Runs queries of cases on a runtime over a broker. Each query has topics and an id of its own, so any number of cases may be
 * under way at a time, and each step of records has been worked through before the next one is written. Thread-safe.
 */
final class RuntimeCaseHost implements CaseHost {

    private static final Duration LONGEST_STEP = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 10;

    private final QueryRuntime runtime;
    private final CaseBroker broker;
    private final CaseRegistries registries;
    private final String run;
    private final Steps steps;
    private final AtomicInteger numbers = new AtomicInteger();

    /**
     * On a runtime.
     *
     * @param registries what the runtime asks as its registry
     * @param run goes before the names of topics and queries. The topics are left when a query has ended, as the runtime may
     *     look at them for a moment longer; whoever has named the run deletes them
     */
    RuntimeCaseHost(QueryRuntime runtime, CaseBroker broker, CaseRegistries registries, String run, Steps steps) {
        this.runtime = runtime;
        this.broker = broker;
        this.registries = registries;
        this.run = run;
        this.steps = steps;
    }

    @Override
    public InMemorySchemaRegistry registry() {
        return registries.create();
    }

    @Override
    public List<TopicRecord> run(PersistentQuery query, List<TopicRecord> inputs, Surroundings surroundings) {
        int number = numbers.incrementAndGet();
        String prefix = run + "_" + number + "_";
        registries.share(prefix, surroundings.registry());
        Set<String> sources = PlanTopics.read(query.plan());
        String sink = query.plan().sink().orElseThrow().layout().topic();
        Set<String> topics = new TreeSet<>(sources);
        topics.add(sink);
        broker.create(topics.stream().map(topic -> prefix + topic).toList(), 1);
        String id = prefix + query.id();
        runtime.start(new Start(
                new PersistentQuery(
                        id,
                        PlanTopics.withPrefix(query.plan(), prefix),
                        query.reads(),
                        query.sink(),
                        query.ownsSink(),
                        false,
                        query.statement()),
                number,
                surroundings.types(),
                Map.of("auto.offset.reset", "earliest")));
        try {
            List<TopicRecord> own = inputs.stream()
                    .filter(input -> sources.contains(input.topic()))
                    .toList();
            steps.of(own)
                    .forEach(step -> take(
                            id,
                            step.stream()
                                    .map(input -> named(prefix + input.topic(), input))
                                    .toList()));
            return broker.records(prefix + sink).stream()
                    .map(output -> named(sink, output))
                    .toList();
        } finally {
            runtime.end(id);
        }
    }

    private static TopicRecord named(String topic, TopicRecord record) {
        return new TopicRecord(
                topic,
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.key(),
                record.value(),
                record.headers());
    }

    /** Has the query work through the records of a step, all in one batch. */
    private void take(String id, List<TopicRecord> step) {
        // A batch that failed and was run again is counted twice, so what counts is what is added.
        long before = await(id, status -> status.state() == State.RUNNING && status.lag() == 0)
                .recordsIn();
        if (step.size() == 1) {
            broker.write(step.get(0));
        } else {
            runtime.pause(id);
            await(id, status -> status.state() == State.PAUSED);
            step.forEach(broker::write);
            await(id, status -> status.lag() == step.size());
            runtime.resume(id);
        }
        await(id, status -> status.recordsIn() >= before + step.size() && status.lag() == 0);
    }

    private Status await(String id, Predicate<Status> wanted) {
        long end = System.nanoTime() + LONGEST_STEP.toNanos();
        Status status = status(id);
        while (!wanted.test(status)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "The query did not get on for " + LONGEST_STEP.toSeconds() + " s: " + status);
            }
            rest();
            status = status(id);
        }
        return status;
    }

    private Status status(String id) {
        Status status = runtime.status(id).orElseThrow();
        if (status.state() == State.ERROR) {
            throw new SqlException(status.reason().orElse("The query ended."));
        }
        return status;
    }

    private static void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a case was under way", e);
        }
    }
}
