package io.nrtstreams.connect.mock.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.connect.mock.series.DirtKind;
import io.nrtstreams.connect.mock.series.Draws;
import io.nrtstreams.connect.mock.series.Shard;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirtTest {
    private static final Draws CHOICE = Draws.of(1, "dirt");
    private static final int MANY = 500;

    @Test
    void everyKindComesAsOftenAsAskedAndNeverTwoAtOnce() {
        Dirt dirt =
                new Dirt(Map.of(DirtKind.MALFORMED, 0.1, DirtKind.NULL_TOKEN, 0.2, DirtKind.ERROR_BODY, 0.0), CHOICE);
        Map<DirtKind, Integer> counts = new EnumMap<>(DirtKind.class);
        for (long record = 0; record < 100_000; record++) {
            DirtKind kind = dirt.of(record);
            if (kind != null) {
                counts.merge(kind, 1, Integer::sum);
            }
        }
        assertThat(counts).containsOnlyKeys(DirtKind.MALFORMED, DirtKind.NULL_TOKEN);
        assertThat(counts.get(DirtKind.MALFORMED)).isBetween(9_500, 10_500);
        assertThat(counts.get(DirtKind.NULL_TOKEN)).isBetween(19_300, 20_700);
    }

    @ParameterizedTest
    @CsvSource({"tiktok,3", "energy,3"})
    void aMalformedLineLacksAColumnAtLeast(String feed, int mostCommas) {
        spoilt(feed, DirtKind.MALFORMED).forEach(pair -> {
            assertThat(pair.clean).startsWith(pair.spoilt);
            assertThat(pair.spoilt).isNotEmpty();
            assertThat(commas(pair.spoilt)).isLessThan(mostCommas);
        });
    }

    @Test
    void aMalformedDictIsNotClosed() {
        spoilt("weather", DirtKind.MALFORMED).forEach(pair -> {
            assertThat(pair.clean).startsWith(pair.spoilt);
            assertThat(pair.spoilt.length()).isBetween(1, pair.clean.length() - 1);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiktok", "energy"})
    void aNullTokenStandsInTheThirdColumn(String feed) {
        spoilt(feed, DirtKind.NULL_TOKEN).forEach(pair -> {
            String[] columns = pair.clean.split(",");
            columns[2] = "Null";
            assertThat(pair.spoilt).isEqualTo(String.join(",", columns));
        });
    }

    @Test
    void aNullTokenInADictIsATextForANumber() {
        spoilt("weather", DirtKind.NULL_TOKEN).forEach(pair -> {
            assertThat(pair.spoilt).containsOnlyOnce("': 'Null'").endsWith("}}");
            assertThat(entries(pair.spoilt)).isEqualTo(entries(pair.clean));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiktok", "energy"})
    void aMissingFieldIsAColumnLess(String feed) {
        spoilt(feed, DirtKind.MISSING_FIELD)
                .forEach(pair -> assertThat(commas(pair.spoilt)).isEqualTo(commas(pair.clean) - 1));
    }

    @Test
    void aMissingEntryLeavesADictThatIsStillOne() {
        spoilt("weather", DirtKind.MISSING_FIELD).forEach(pair -> {
            assertThat(entries(pair.spoilt)).isEqualTo(entries(pair.clean) - 1);
            assertThat(pair.spoilt)
                    .startsWith("{'location': {'")
                    .contains("}, 'current': {'")
                    .endsWith("}}")
                    .doesNotContain(", ,", "{,", ", }");
        });
    }

    @Test
    void anErrorBodyIsADictWithAMessageAlone() {
        spoilt("weather", DirtKind.ERROR_BODY)
                .forEach(pair -> assertThat(pair.spoilt)
                        .isEqualTo("{'message': 'You have exceeded the rate limit of this key'}"));
    }

    @Test
    void aLineOfColumnsHasNoErrorBody() {
        assertThatThrownBy(() -> new CsvDefects(2).spoilt(Message.text("k", "a,b"), DirtKind.ERROR_BODY, CHOICE, 0))
                .hasMessageContaining("no error body");
    }

    private record Pair(String clean, String spoilt) {}

    private static List<Pair> spoilt(String name, DirtKind kind) {
        Feed feed = Prototype.feed(name, 42);
        Shard whole = new Shard(0, 1, feed.devices());
        return LongStream.range(0, MANY)
                .mapToObj(position -> {
                    Message clean = feed.message(whole, position, 1_670_030_994_000_000_000L);
                    Message spoilt = feed.spoilt(clean, kind, CHOICE, position);
                    assertThat(spoilt.key()).isEqualTo(clean.key());
                    return new Pair(clean.value().toString(), spoilt.value().toString());
                })
                .toList();
    }

    private static long commas(String line) {
        return line.chars().filter(c -> c == ',').count();
    }

    private static int entries(String dict) {
        return dict.split("': ", -1).length;
    }
}
