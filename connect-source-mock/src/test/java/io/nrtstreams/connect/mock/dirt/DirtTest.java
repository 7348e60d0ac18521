package io.nrtstreams.connect.mock.dirt;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.connect.mock.series.DirtKind;
import io.nrtstreams.connect.mock.series.Draws;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DirtTest {
    private static Dirt dirt(Map<DirtKind, Double> shares) {
        return new Dirt(
                shares.entrySet().stream()
                        .map(entry -> new Dirt.Rate(
                                entry.getKey(),
                                entry.getValue(),
                                Draws.of(7, entry.getKey().label())))
                        .toList(),
                1_000);
    }

    @Test
    void everyKindComesAsOftenAsAskedHoweverManyThereAre() {
        Dirt dirt = dirt(Map.of(DirtKind.MALFORMED, 0.5, DirtKind.NULL_TOKEN, 0.2, DirtKind.LATE, 0.1));
        Map<DirtKind, Integer> counts = new EnumMap<>(DirtKind.class);
        for (long record = 0; record < 100_000; record++) {
            Dirt.Rate planted = dirt.of(record);
            if (planted != null) {
                counts.merge(planted.kind(), 1, Integer::sum);
            }
        }
        assertThat(counts).containsOnlyKeys(DirtKind.MALFORMED, DirtKind.NULL_TOKEN, DirtKind.LATE);
        assertThat(counts.get(DirtKind.MALFORMED)).isBetween(49_300, 50_700);
        assertThat(counts.get(DirtKind.NULL_TOKEN)).isBetween(19_400, 20_600);
        assertThat(counts.get(DirtKind.LATE)).isBetween(9_600, 10_400);
    }

    @Test
    void aKindStrikesTheSameRecordsWhateverComesBehindIt() {
        Set<Long> alone = struck(dirt(Map.of(DirtKind.MALFORMED, 0.1)), DirtKind.MALFORMED);
        Set<Long> among = struck(dirt(Map.of(DirtKind.MALFORMED, 0.1, DirtKind.DUPLICATE, 0.3)), DirtKind.MALFORMED);
        assertThat(among).isEqualTo(alone);
    }

    @Test
    void withSharesThatAddUpToOneNoRecordIsClean() {
        Dirt dirt = dirt(Map.of(DirtKind.MALFORMED, 0.7, DirtKind.NULL_TOKEN, 0.2, DirtKind.LATE, 0.1));
        for (long record = 0; record < 10_000; record++) {
            assertThat(dirt.of(record)).isNotNull();
        }
    }

    @Test
    void aLateRecordIsATenthOfTheMostLateAtLeast() {
        Dirt dirt = new Dirt(List.of(), 1_000_000);
        Draws draws = Draws.of(3, "late");
        for (long record = 0; record < 1000; record++) {
            assertThat(dirt.lateness(draws, record)).isBetween(100_000L, 1_000_000L);
        }
    }

    private static Set<Long> struck(Dirt dirt, DirtKind kind) {
        Set<Long> records = new HashSet<>();
        for (long record = 0; record < 10_000; record++) {
            Dirt.Rate planted = dirt.of(record);
            if (planted != null && planted.kind() == kind) {
                records.add(record);
            }
        }
        return records;
    }
}
