package io.nrtstreams.analytics.pipeline;

import io.nrtstreams.analytics.result.QueryFigures;
import io.nrtstreams.analytics.result.Spread;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All declared pipelines of a process, running on one Spark session. Thread-safe once started. */
public final class Pipelines implements AutoCloseable {
    private static final Duration LONGEST_WAIT_FOR_TOPICS = Duration.ofSeconds(60);

    /** Queries that feed others are in an earlier stage. */
    private final List<List<PipelineQuery>> stages;

    private final List<PipelineQuery> queries;
    private final Topics topics;
    private final InstantSource clock;
    private Optional<Supervisor> supervisor = Optional.empty();

    private Pipelines(List<List<PipelineQuery>> stages, Topics topics, InstantSource clock) {
        this.stages = stages;
        this.queries = stages.stream().flatMap(List::stream).toList();
        this.topics = topics;
        this.clock = clock;
    }

    /**
     * The pipelines, not started yet; all are of one Kafka cluster, and those that feed others come first.
     *
     * @param kafka settings of that cluster's clients, whose keys have the prefix {@code kafka.}, for when there is no pipeline
     */
    public static Pipelines of(
            Collection<PipelineDefinition> definitions,
            Map<String, String> kafka,
            Path checkpoints,
            InstantSource clock) {
        List<List<PipelineQuery>> stages = FlowOrder.stages(definitions).stream()
                .map(stage -> stage.stream()
                        .map(definition -> new PipelineQuery(definition, checkpoints))
                        .toList())
                .toList();
        Map<String, String> clients =
                definitions.stream().findFirst().map(PipelineDefinition::kafka).orElse(kafka);
        return new Pipelines(stages, Topics.connect(clients), clock);
    }

    /**
     * Creates the result topics, waits for the source topics, and starts every query. A query that cannot be started
     * is failed by itself: the others run. One that dies later is started again from its checkpoint, a few times.
     */
    public void start(SparkRuntime spark) throws InterruptedException, ExecutionException {
        topics.create(resultTopics());
        Set<String> missing = topics.await(sourceTopics(), LONGEST_WAIT_FOR_TOPICS);
        for (PipelineQuery query : queries) {
            Set<String> absent = new TreeSet<>(query.definition().sourceTopics());
            absent.retainAll(missing);
            if (absent.isEmpty()) {
                query.start(spark.session(), new KafkaRecords());
            } else {
                query.fail("there is no topic " + String.join(", ", absent) + " after "
                        + LONGEST_WAIT_FOR_TOPICS.toSeconds() + " s. Create it, or start what does, and start again");
            }
        }
        supervisor = Optional.of(Supervisor.of(queries, clock));
    }

    /** The topics that hold results. */
    public Set<String> resultTopics() {
        return queries.stream()
                .flatMap(query -> query.definition().resultTopic().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> sourceTopics() {
        return queries.stream()
                .flatMap(query -> query.definition().sourceTopics().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether the query that writes {@code topic} is past its first batches, so that its times count. */
    public boolean isWarm(String topic) {
        return queries.stream()
                .filter(query -> query.definition().resultTopic().equals(Optional.of(topic)))
                .allMatch(query -> query.metrics().isWarm());
    }

    /** What every query has done; {@code endToEnd} knows the latency of a result topic. */
    public List<QueryFigures> figures(Function<String, Optional<Spread>> endToEnd) {
        return queries.stream().map(query -> figures(query, endToEnd)).toList();
    }

    private static QueryFigures figures(PipelineQuery query, Function<String, Optional<Spread>> endToEnd) {
        PipelineDefinition definition = query.definition();
        return new QueryFigures(
                definition.name(),
                definition.sourceTopics(),
                query.place(),
                query.state(),
                query.restarts(),
                query.metrics().inputRows(),
                query.metrics().batches(),
                query.metrics().batchMillis(),
                definition.resultTopic().flatMap(endToEnd),
                query.failure());
    }

    /**
     * Waits until every query has worked off what its topics held when its stage's turn came: first the queries that
     * read sources, then those that read their results.
     *
     * @return the queries that did not get there in time, with what they have left; empty if all did
     */
    public List<String> drain(Duration timeout) throws InterruptedException, ExecutionException {
        long end = System.nanoTime() + timeout.toNanos();
        List<String> laggards = new ArrayList<>();
        for (List<PipelineQuery> stage : stages) {
            List<Drain> drains = new ArrayList<>();
            for (PipelineQuery query : stage) {
                drains.add(new Drain(query, topics.ends(query.definition().sourceTopics())));
            }
            for (Drain drain : drains) {
                drain.await(end).ifPresent(laggards::add);
            }
        }
        return laggards;
    }

    /** Stops every query between two batches, those that feed others first. */
    @Override
    public void close() {
        supervisor.ifPresent(Supervisor::close);
        try {
            for (PipelineQuery query : queries) {
                query.stop();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            topics.close();
        }
    }
}
