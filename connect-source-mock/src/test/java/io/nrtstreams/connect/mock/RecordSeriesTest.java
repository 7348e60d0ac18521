package io.nrtstreams.connect.mock;

import static io.nrtstreams.connect.mock.Rig.config;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordSeriesTest {
    private final Rig rig = new Rig();

    /** Halts, stoppages of any length, another rate and other tasks: all of it is in the last offset. */
    @ParameterizedTest
    @CsvSource({"tiktok,1", "tiktok,4", "energy,1", "energy,3", "weather,2"})
    void recomputesExactlyWhatTheTasksEmittedFromTheLastOffsetAlone(String feed, String shards) {
        Random chance = new Random(11);
        Map<String, String> config = config(feed, "seed", "-7", "shards", shards, "dirt.malformed", "0.1");
        List<SourceRecord> emitted = new ArrayList<>();
        for (int run = 0; run < 30; run++) {
            config.put("rate", List.of("3", "40", "700").get(chance.nextInt(3)));
            rig.start(config, 1 + chance.nextInt(3));
            emitted.addAll(rig.take(1 + chance.nextInt(60)));
            rig.pass(chance.nextInt(4) * 20L);
        }

        RecordSeries series = RecordSeries.of(config);
        for (Map<String, ?> partition : series.sourcePartitions()) {
            List<SourceRecord> expected = emitted.stream()
                    .filter(record -> record.sourcePartition().equals(partition))
                    .toList();
            Map<String, Object> offset = rig.committed(partition);
            assertThat(series.position(offset)).isEqualTo(expected.size());
            try (Stream<SourceRecord> records = series.records(partition, offset, 0, expected.size())) {
                assertSame(records.toList(), expected);
            }
        }
    }

    @Test
    void anyRangeIsThatPartOfTheWhole() {
        Map<String, String> config = config("energy", "rate", "100", "shards", "1");
        List<SourceRecord> emitted = rig.start(config).take(300);
        RecordSeries series = RecordSeries.of(config);
        Map<String, ?> partition = series.sourcePartitions().get(0);

        assertSame(series.records(partition, rig.committed(partition), 120, 250).toList(), emitted.subList(120, 250));
        assertThat(series.records(partition, rig.committed(partition), 7, 7)).isEmpty();
    }

    @Test
    void withoutAnOffsetASeriesBeginsWhenItIsTold() {
        RecordSeries series = RecordSeries.of(config("energy", "rate", "1", "shards", "3"));
        Map<String, ?> second = series.sourcePartitions().get(1);
        assertThat(series.records(second, Instant.parse("2022-11-01T00:00:00Z"), 2, 4))
                .extracting(SourceRecord::timestamp)
                .containsExactly(1_667_260_807_000L, 1_667_260_810_000L);
        assertThat(series.topic()).isEqualTo("energy_consumption");
    }

    @Test
    void aSeriesEndsAtItsLimit() {
        RecordSeries series = RecordSeries.of(config("energy", "record.limit", "10", "shards", "1"));
        assertThat(series.records(series.sourcePartitions().get(0), Instant.EPOCH, 5, 100))
                .hasSize(5);
    }

    @Test
    void aRangeThatWasNotEmittedIsRefused() {
        RecordSeries series = RecordSeries.of(config("energy", "shards", "1"));
        Map<String, ?> partition = series.sourcePartitions().get(0);
        Map<String, Object> offset = Map.of("position", 10L, "schedule", "1|4@1000000000+1000");
        assertThatThrownBy(() -> series.records(partition, offset, 5, 11))
                .hasMessageContaining("within the 10 records that were emitted");
        assertThatThrownBy(() -> series.records(partition, offset, 3, 10))
                .hasMessageContaining("the time of position 3 is no longer known");
        assertThatThrownBy(() -> series.records(partition, Map.of("position", 10L), 3, 10))
                .hasMessageContaining("has no schedule");
        assertThatThrownBy(() -> series.records(partition, Instant.EPOCH, 3, 2))
                .hasMessageContaining("expected a range of positions");
        assertThatThrownBy(() -> series.records(Map.of("series", "x"), offset, 5, 6))
                .hasMessageContaining("take one of sourcePartitions()");
    }

    @Test
    void aConfigurationThatIsWrongIsRefusedWithAllProblems() {
        assertThatThrownBy(() -> RecordSeries.of(config("energi", "rate", "fast", "recrod.limit", "3")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("did you mean energy?")
                .hasMessageContaining("rate: ")
                .hasMessageContaining("recrod.limit: there is no such key; did you mean record.limit?");
    }

    private static void assertSame(List<SourceRecord> actual, List<SourceRecord> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.size(); i++) {
            SourceRecord a = actual.get(i);
            SourceRecord e = expected.get(i);
            assertThat(List.of(a.topic(), a.key(), a.value(), a.timestamp(), a.headers(), a.sourcePartition()))
                    .isEqualTo(List.of(e.topic(), e.key(), e.value(), e.timestamp(), e.headers(), e.sourcePartition()));
            assertThat(a.sourceOffset().get("position"))
                    .isEqualTo(e.sourceOffset().get("position"));
        }
    }
}
