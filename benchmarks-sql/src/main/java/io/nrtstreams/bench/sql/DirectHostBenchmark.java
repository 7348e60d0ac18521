package io.nrtstreams.bench.sql;

import io.nrtstreams.sql.ProcessingLog;
import io.nrtstreams.sql.engine.Engine;
import io.nrtstreams.sql.engine.InMemoryTopics;
import io.nrtstreams.sql.engine.Outcome;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.host.DirectHost;
import io.nrtstreams.sql.row.TopicRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** The SQL engine: bytes in, bytes out, state in memory, one thread. */
@State(Scope.Benchmark)
public class DirectHostBenchmark {

    @Param
    public Query query = Query.filter_project;

    private final Readings readings = new Readings();
    private DirectHost host = start(Query.filter_project);
    private long number;

    @Setup
    public void setUp() {
        host = start(query);
        for (int meter = 0; meter < Readings.METERS; meter++) {
            host.process(
                    new TopicRecord(
                            Readings.METERS_TOPIC,
                            0,
                            meter,
                            Readings.time(0),
                            Readings.meter(meter),
                            Readings.meterRow(meter),
                            List.of()),
                    output -> {});
        }
    }

    private static DirectHost start(Query query) {
        FunctionRegistry functions = FunctionRegistry.builtIn();
        Formats formats = Formats.withoutRegistry();
        Engine engine = Engine.create(functions, formats, new InMemoryTopics(), () -> Instant.EPOCH);
        List<Outcome> outcomes = engine.execute(query.script(), Map.of());
        Outcome.Started started = (Outcome.Started) outcomes.get(outcomes.size() - 1);
        return DirectHost.start(started.query().plan(), functions, formats, Map.of(), ProcessingLog.NONE);
    }

    @Benchmark
    @OperationsPerInvocation(Readings.COUNT)
    public void records(Blackhole sink) {
        for (int i = 0; i < Readings.COUNT; i++) {
            TopicRecord input = new TopicRecord(
                    Readings.TOPIC, 0, number, Readings.time(number), readings.key(i), readings.value(i), List.of());
            host.process(input, sink::consume);
            number++;
        }
    }

    @TearDown
    public void close() {
        host.close();
    }
}
