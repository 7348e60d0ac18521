package io.nrtstreams.bench.sql;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** The SQL engine, one thread. */
@State(Scope.Benchmark)
public class DirectHostBenchmark {

    @Param
    public Query query = Query.filter_project;

    private final Readings readings = new Readings();
    private Direct direct = new Direct(query);
    private long number;

    @Setup
    public void setUp() {
        direct = new Direct(query);
    }

    @Benchmark
    @OperationsPerInvocation(Readings.COUNT)
    public void records(Blackhole sink) {
        for (int i = 0; i < Readings.COUNT; i++) {
            direct.take(number, readings.key(i), readings.value(i), (key, value) -> {
                sink.consume(key);
                sink.consume(value);
            });
            number++;
        }
    }
}
