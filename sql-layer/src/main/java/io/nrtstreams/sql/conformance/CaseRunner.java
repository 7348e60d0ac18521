package io.nrtstreams.sql.conformance;

import io.nrtstreams.sql.ProcessingLog;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.catalog.DataSource;
import io.nrtstreams.sql.conformance.ConformanceCase.CaseRecord;
import io.nrtstreams.sql.engine.Engine;
import io.nrtstreams.sql.engine.InMemoryTopics;
import io.nrtstreams.sql.engine.Outcome;
import io.nrtstreams.sql.engine.PersistentQuery;
import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.format.Format;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.format.registry.RegistryFormats;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.host.DirectHost;
import io.nrtstreams.sql.registry.InMemorySchemaRegistry;
import io.nrtstreams.sql.row.TopicRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs a case: the statements in order, then each persistent query on all records of its topics, one by one, and compares
 * what the topics of the expected records hold.
 */
final class CaseRunner {

    private final FunctionRegistry functions;
    private final CaseHost host;

    CaseRunner(FunctionRegistry functions, CaseHost host) {
        this.functions = functions;
        this.host = host;
    }

    /** Runs queries in this process. */
    static List<TopicRecord> direct(
            PersistentQuery query, List<TopicRecord> inputs, CaseHost.Surroundings surroundings) {
        List<TopicRecord> outputs = new ArrayList<>();
        DirectHost host = DirectHost.start(
                query.plan(),
                surroundings.functions(),
                surroundings.formats(),
                surroundings.types(),
                ProcessingLog.NONE);
        inputs.forEach(input -> host.process(input, outputs::add));
        return outputs;
    }

    CaseResult run(ConformanceCase wanted) {
        Run run = new Run(wanted, functions, host);
        try {
            run.declare();
            run.feed();
        } catch (SqlException e) {
            return wanted.refused() ? CaseResult.asWanted() : CaseResult.notAccepted(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            return wanted.refused()
                    ? CaseResult.notAccepted("broke instead of refusing: " + e)
                    : CaseResult.failed(text(e));
        }
        return wanted.refused()
                ? CaseResult.notAccepted("every statement was accepted, but one must be refused")
                : run.compare();
    }

    private static String text(Exception e) {
        StackTraceElement[] trace = e.getStackTrace();
        return e + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    /** One case under way. */
    private static final class Run {

        private final ConformanceCase wanted;
        private final FunctionRegistry functions;
        private final CaseHost host;
        private final InMemorySchemaRegistry registry;
        private final Formats formats;
        private final InMemoryTopics topics = new InMemoryTopics();
        private final Engine engine;
        private final List<PersistentQuery> queries = new ArrayList<>();
        private final Map<String, List<TopicRecord>> produced = new LinkedHashMap<>();
        private final Map<String, CaseRecords> codecs = new HashMap<>();

        Run(ConformanceCase wanted, FunctionRegistry functions, CaseHost host) {
            this.wanted = wanted;
            this.functions = functions;
            this.host = host;
            this.registry = host.registry();
            this.formats =
                    Formats.withoutRegistry().with(RegistryFormats.of(registry).toArray(Format[]::new));
            this.engine = Engine.create(functions, formats, topics, () -> Instant.EPOCH);
        }

        void declare() {
            new CaseTopics(topics, registry).prepare(wanted);
            for (String statement : wanted.statements()) {
                for (Outcome outcome : engine.execute(statement, wanted.properties())) {
                    take(outcome);
                }
            }
        }

        private void take(Outcome outcome) {
            if (outcome instanceof Outcome.Started started) {
                started.replaces().ifPresent(queries::remove);
                queries.add(started.query());
            } else if (outcome instanceof Outcome.Terminated terminated) {
                queries.removeAll(terminated.queries());
            } else if (outcome instanceof Outcome.Produced one) {
                produced.computeIfAbsent(one.record().topic(), topic -> new ArrayList<>())
                        .add(one.record());
            }
        }

        void feed() {
            List<TopicRecord> inputs = inputs();
            for (PersistentQuery query : queries) {
                List<TopicRecord> outputs = host.run(
                        query,
                        inputs,
                        new CaseHost.Surroundings(
                                functions, formats, registry, engine.catalog().types()));
                // What one query writes, the next ones may read.
                inputs.addAll(outputs);
                outputs.forEach(output -> produced.computeIfAbsent(output.topic(), topic -> new ArrayList<>())
                        .add(output));
            }
        }

        private List<TopicRecord> inputs() {
            List<TopicRecord> inputs = new ArrayList<>();
            Map<String, Long> offsets = new HashMap<>();
            for (CaseRecord input : wanted.inputs()) {
                Optional<CaseRecords> codec = codec(input.topic());
                long offset = offsets.merge(input.topic(), 1L, Long::sum) - 1;
                codec.ifPresent(known -> inputs.add(known.encode(input, offset)));
            }
            return inputs;
        }

        private Optional<CaseRecords> codec(String topic) {
            Optional<DataSource> source = engine.catalog().sources().stream()
                    .filter(one -> one.layout().topic().equals(topic))
                    .findFirst();
            return source.map(one -> codecs.computeIfAbsent(topic, name -> new CaseRecords(one.layout(), formats)));
        }

        CaseResult compare() {
            Map<String, List<CaseRecord>> expected = new LinkedHashMap<>();
            wanted.outputs()
                    .forEach(output -> expected.computeIfAbsent(output.topic(), topic -> new ArrayList<>())
                            .add(output));
            if (expected.isEmpty() && !queries.isEmpty() && !wanted.inputs().isEmpty()) {
                expected.put(
                        queries.get(queries.size() - 1)
                                .plan()
                                .sink()
                                .orElseThrow()
                                .layout()
                                .topic(),
                        List.of());
            }
            CaseResult result = CaseResult.asWanted();
            for (Map.Entry<String, List<CaseRecord>> topic : expected.entrySet()) {
                result = result.and(compare(topic.getKey(), topic.getValue()));
            }
            return result;
        }

        private CaseResult compare(String topic, List<CaseRecord> expected) {
            Optional<CaseRecords> codec = codec(topic);
            if (codec.isEmpty()) {
                return CaseResult.failed("no stream or table writes the topic " + topic);
            }
            List<CaseRecord> actual = new ArrayList<>();
            try {
                for (TopicRecord output : produced.getOrDefault(topic, List.of())) {
                    actual.add(codec.get().decode(output));
                }
            } catch (DecodeException e) {
                return CaseResult.failed(topic + ": what was written cannot be read back: " + e.getMessage());
            }
            return Comparison.compare(topic, expected, actual, isTable(topic));
        }

        private boolean isTable(String topic) {
            return engine.catalog().sources().stream()
                    .anyMatch(source -> source.layout().topic().equals(topic) && source.isTable());
        }
    }
}
