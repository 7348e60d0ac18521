package io.nrtstreams.bench.sql;

import io.nrtstreams.sql.engine.Engine;
import io.nrtstreams.sql.engine.InMemoryTopics;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.function.FunctionRegistry;
import java.time.Instant;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Scripts parsed, analysed and planned. */
@State(Scope.Benchmark)
public class StatementsBenchmark {

    private static final int STATEMENTS = 12;

    private final FunctionRegistry functions = FunctionRegistry.builtIn();
    private final Formats formats = Formats.withoutRegistry();

    @Benchmark
    @OperationsPerInvocation(STATEMENTS)
    public int statements() {
        int outcomes = 0;
        for (Query query : Query.values()) {
            Engine engine = Engine.create(functions, formats, new InMemoryTopics(), () -> Instant.EPOCH);
            outcomes += engine.execute(query.script(), Map.of()).size();
        }
        return outcomes;
    }
}
