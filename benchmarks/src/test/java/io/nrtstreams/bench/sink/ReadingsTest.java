package io.nrtstreams.bench.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.json.JsonConverter;
import org.junit.jupiter.api.Test;

class ReadingsTest {
    private final Readings readings = new Readings(100);

    @Test
    void aReadingTakesAsManyBytesOfJsonAsThePublishedFiguresAreFor() {
        try (JsonConverter converter = new JsonConverter()) {
            converter.configure(java.util.Map.of("schemas.enable", "false", "converter.type", "value"));
            double average = IntStream.range(0, readings.size())
                    .map(i -> converter.fromConnectData("t", Readings.SCHEMA, readings.value(i)).length)
                    .average()
                    .orElseThrow();

            assertThat(average).isBetween(178.0, 180.0);
        }
    }

    @Test
    void aRecordIsAFunctionOfItsPartitionAndOffset() {
        assertThat(readings.record(3, 12_345)).isEqualTo(new Readings(100).record(3, 12_345));
    }

    @Test
    void theSitesOfAPartitionTakeTurns() {
        long sites = IntStream.range(0, 100)
                .mapToObj(offset -> ((Struct) readings.record(2, offset).value()).get(Readings.SITE))
                .distinct()
                .count();

        assertThat(sites).isEqualTo(100);
    }
}
