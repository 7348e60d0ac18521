package io.nrtstreams.connect.cleaning.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.connect.cleaning.core.Passage;
import io.nrtstreams.connect.cleaning.core.Refused;
import io.nrtstreams.connect.cleaning.core.ScalarType;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operations that remember earlier records. */
class RememberingTest {
    private static final long NOW = 1_670_030_994_123L;
    private final Passage passage = new Passage();

    /** Ten thousand normally distributed values of three devices, about a hundred of them moved by so many deviations. */
    @ParameterizedTest
    @CsvSource({
        "outlier mad 6 over 50 warmup 10 per device, 1000, 25, 5",
        "outlier mad 6 per device, 1e9, 15, 2",
        "outlier zscore 4 per device, 1e9, 15, 5",
        "outlier zscore 4 over 200 per device, -1e6, 10, 5"
    })
    void anOutlierIsFarFromTheLastValuesOfItsSeries(String rule, double level, double far, int mostMistaken) {
        RuleChain rules = chain(rule + " else null");
        Random random = new Random(7);
        int planted = 0;
        int found = 0;
        int mistaken = 0;
        for (int i = 0; i < 10_000; i++) {
            int device = i % 3;
            boolean moved = i > 300 && i % 97 == 0;
            double value = device * level + random.nextGaussian() / 4 + (moved ? far : 0);
            boolean refused = run(rules, value, Map.of("device", "d" + device), "k", NOW) == null;
            planted += moved ? 1 : 0;
            found += moved && refused ? 1 : 0;
            mistaken += !moved && refused ? 1 : 0;
        }
        assertThat(found).isEqualTo(planted).isEqualTo(100);
        assertThat(mistaken).isLessThanOrEqualTo(mostMistaken);
    }

    @Test
    void aNewLevelIsAcceptedInTime() {
        RuleChain rules = chain("outlier mad 6 over 20 warmup 10 else null");
        Random random = new Random(7);
        for (int i = 0; i < 30; i++) {
            run(rules, random.nextGaussian(), Map.of(), "k", NOW);
        }
        assertThat(run(rules, 50.0, Map.of(), "k", NOW)).isNull();
        for (int i = 0; i < 20; i++) {
            run(rules, 50 + random.nextGaussian(), Map.of(), "k", NOW);
        }
        assertThat(run(rules, 50.0, Map.of(), "k", NOW)).isEqualTo(50.0);
        assertThat(run(rules, 0.0, Map.of(), "k", NOW)).isNull();
    }

    @Test
    void aSeriesIsThatOfTheRecordsKeyAndIsNotJudgedBeforeItIsKnown() {
        RuleChain rules = chain("outlier zscore 3 over 10 warmup 5");
        for (int i = 0; i < 5; i++) {
            assertThat(run(rules, i % 2, Map.of(), "a", NOW)).isEqualTo(i % 2);
        }
        assertThat(run(rules, 100, Map.of(), "b", NOW)).isEqualTo(100);
        assertThat(run(rules, 100, Map.of(), "a", NOW))
                .isEqualTo(Refused.reject(
                        "usage",
                        "outlier zscore 3 over 10 warmup 5",
                        "expected a number near the last ones of its series"));
    }

    @Test
    void aMissingValueIsTheLastOneOfItsSeriesUnlessThatIsTooOld() {
        RuleChain rules = chain("last-known within 10m per device");
        Map<String, Object> a = Map.of("device", "a");
        Map<String, Object> b = Map.of("device", "b");

        assertThat(run(rules, null, a, "k", NOW)).isNull();
        assertThat(run(rules, 7, a, "k", NOW)).isEqualTo(7);
        assertThat(run(rules, null, b, "k", NOW)).isNull();
        assertThat(run(rules, null, a, "k", NOW + 600_000)).isEqualTo(7);
        assertThat(run(rules, null, a, "k", NOW + 600_001)).isNull();
    }

    @Test
    void aLateRecordIsNotFilledFromLaterAndDoesNotReplaceALaterValue() {
        RuleChain rules = chain("last-known within 10m");
        run(rules, 7, Map.of(), "k", NOW);

        assertThat(run(rules, null, Map.of(), "k", NOW - 1)).isNull();
        assertThat(run(rules, 5, Map.of(), "k", NOW - 1)).isEqualTo(5);
        assertThat(run(rules, null, Map.of(), "k", NOW)).isEqualTo(7);
    }

    @Test
    void withoutATimestampNothingIsFilledOrRemembered() {
        RuleChain rules = chain("last-known within 10m");
        run(rules, 7, Map.of(), "k", null);

        assertThat(run(rules, null, Map.of(), "k", NOW)).isNull();
        run(rules, 7, Map.of(), "k", NOW);
        assertThat(run(rules, null, Map.of(), "k", null)).isNull();
    }

    @Test
    void theSeriesWithoutAValueForLongestMakesRoom() {
        RuleChain rules = chain("last-known within 10m keys 2");
        run(rules, 1, Map.of(), "a", NOW);
        run(rules, 2, Map.of(), "b", NOW);
        run(rules, 1, Map.of(), "a", NOW);
        run(rules, 3, Map.of(), "c", NOW);

        assertThat(run(rules, null, Map.of(), "a", NOW)).isEqualTo(1);
        assertThat(run(rules, null, Map.of(), "b", NOW)).isNull();
    }

    @Test
    void aSeriesThatHasNoValueYetTakesNoRoom() {
        RuleChain rules = chain("last-known within 10m keys 1");
        run(rules, 1, Map.of(), "a", NOW);
        for (int i = 0; i < 100; i++) {
            assertThat(run(rules, null, Map.of(), "b" + i, NOW)).isNull();
        }
        assertThat(run(rules, null, Map.of(), "a", NOW)).isEqualTo(1);
    }

    @Test
    void aLargeValueIsNotRememberedAndNeitherIsTheOneBeforeIt() {
        RuleChain rules = chain("last-known within 10m");
        for (Object large :
                List.of("x".repeat(129), new byte[1], List.of(1), Map.of(), new BigDecimal("1e400").setScale(0))) {
            run(rules, "short", Map.of(), "k", NOW);
            assertThat(run(rules, null, Map.of(), "k", NOW)).isEqualTo("short");
            assertThat(run(rules, large, Map.of(), "k", NOW)).isSameAs(large);
            assertThat(run(rules, null, Map.of(), "k", NOW)).isNull();
        }
        run(rules, "x".repeat(128), Map.of(), "k", NOW);
        assertThat(run(rules, null, Map.of(), "k", NOW)).isEqualTo("x".repeat(128));
    }

    @Test
    void timesFarApartAreNotTakenForNear() {
        RuleChain rules = chain("last-known within 10m");
        run(rules, 7, Map.of(), "k", Long.MIN_VALUE);

        assertThat(run(rules, null, Map.of(), "k", Long.MAX_VALUE)).isNull();
        assertThat(run(rules, null, Map.of(), "k", Long.MIN_VALUE)).isEqualTo(7);
    }

    @Test
    void whatIsRememberedIsSharedByTheSchemasOfAField() {
        RuleList rules = RuleParser.parse("last-known within 10m", RuleSettings.NONE)
                .rules()
                .orElseThrow();
        run(rules.bind("usage", ScalarType.FLOAT64, true), 0.5, Map.of(), "k", NOW);

        assertThat(run(rules.bind("usage", ScalarType.FLOAT64, false), null, Map.of(), "k", NOW))
                .isEqualTo(0.5);
    }

    private @Nullable Object run(
            RuleChain rules, @Nullable Object value, Map<String, Object> record, String key, @Nullable Long timestamp) {
        Map<String, Object> given = new HashMap<>(record);
        given.put("usage", value);
        passage.begin(new SourceRecord(Map.of(), Map.of(), "t", null, null, key, null, given, timestamp), given, null);
        return rules.run(value, passage);
    }

    private static RuleChain chain(String rules) {
        return RuleParser.parse(rules, RuleSettings.NONE).rules().orElseThrow().bind("usage", null, true);
    }
}
