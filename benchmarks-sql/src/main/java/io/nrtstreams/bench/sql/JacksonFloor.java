package io.nrtstreams.bench.sql;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** The floor: the same JSON through Jackson's streaming parser into its streaming generator, and nothing else. */
@State(Scope.Benchmark)
public class JacksonFloor {

    /** With Jackson's faster ways of reading and writing doubles, which it does not take by itself. */
    static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private final Readings readings = new Readings();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

    @Benchmark
    @OperationsPerInvocation(Readings.COUNT)
    public void records(Blackhole sink) throws IOException {
        for (int i = 0; i < Readings.COUNT; i++) {
            out.reset();
            try (JsonParser parser = FACTORY.createParser(readings.value(i));
                    JsonGenerator generator = FACTORY.createGenerator(out)) {
                parser.nextToken();
                generator.copyCurrentStructure(parser);
            }
            sink.consume(out.toByteArray());
        }
    }
}
