package io.nrtstreams.bench.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is measured does the same work. */
class AgreementTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int READINGS = 20_000;

    private final Readings readings = new Readings();

    /** The bytes of the key, which may hold a window, and the value; numbers are compared, not how they are written. */
    private record Result(List<Byte> key, JsonNode value) {

        static Result of(byte[] key, byte[] value) {
            List<Byte> bytes = new ArrayList<>();
            for (byte one : key) {
                bytes.add(one);
            }
            try {
                return new Result(bytes, MAPPER.readTree(value));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private interface Contestant {
        void take(long number, byte[] key, byte[] value, BiConsumer<byte[], byte[]> out);
    }

    private List<Result> results(Contestant contestant) {
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < READINGS; i++) {
            contestant.take(i, readings.key(i), readings.value(i), (key, value) -> results.add(Result.of(key, value)));
        }
        return results;
    }

    @ParameterizedTest
    @EnumSource
    void theEngineAndKafkaStreamsGiveTheSameResults(Query query) {
        List<Result> expected;
        try (Streams streams = Streams.of(query)) {
            expected = results(streams::take);
        }

        List<Result> results = results(new Direct(query)::take);

        assertThat(results).hasSizeGreaterThan(READINGS / 2).containsExactlyElementsOf(expected);
    }

    @Test
    void closedWindowsAreForgotten() {
        Direct direct = new Direct(Query.tumbling);

        results(direct::take);

        // Of 200 seconds, the window of the last 20, as that before has been closed after its grace of 10.
        assertThat(direct.stateRows()).isPositive().isLessThanOrEqualTo(Readings.METERS);
    }
}
