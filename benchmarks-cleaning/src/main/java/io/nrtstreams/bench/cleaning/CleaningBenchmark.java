package io.nrtstreams.bench.cleaning;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** One kind of work over all records of its pool, one thread. Each kind has JVMs of its own, so none shapes another's code. */
@State(Scope.Benchmark)
public class CleaningBenchmark {
    @Param
    public Work work = Work.clean_struct;

    private Subject subject = number -> null;

    @Setup
    public void setUp() {
        subject = work.subject();
    }

    @Benchmark
    @OperationsPerInvocation(Subject.RECORDS)
    public void records(Blackhole sink) {
        for (int i = 0; i < Subject.RECORDS; i++) {
            sink.consume(subject.take(i));
        }
    }
}
