package io.nrtstreams.bench.sql;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** What the peer's test driver costs by itself: bytes from one topic to the other. */
@State(Scope.Benchmark)
public class TestDriverBenchmark {

    private final Readings readings = new Readings();
    private final Streams streams = new Streams(Topologies.passingBytes());
    private long number;

    @Benchmark
    @OperationsPerInvocation(Readings.COUNT)
    public void records(Blackhole sink) {
        for (int i = 0; i < Readings.COUNT; i++) {
            streams.take(number, readings.key(i), readings.value(i), (key, value) -> {
                sink.consume(key);
                sink.consume(value);
            });
            number++;
        }
    }

    @TearDown
    public void close() {
        streams.close();
    }
}
