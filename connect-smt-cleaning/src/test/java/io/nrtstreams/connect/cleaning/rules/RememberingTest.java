package io.nrtstreams.connect.cleaning.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.connect.cleaning.core.Passage;
import io.nrtstreams.connect.cleaning.core.Refused;
import io.nrtstreams.connect.cleaning.core.ScalarType;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Operations that remember earlier records. */
class RememberingTest {
    private static final long NOW = 1_670_030_994_123L;
    private final Passage passage = new Passage();

    @Test
    void anOutlierIsFarFromTheLastValuesOfItsSeries() {
        RuleChain rules = chain("outlier mad 6 over 50 warmup 10 per device else null");
        Random random = new Random(7);
        int found = 0;
        int mistaken = 0;
        for (int i = 0; i < 10_000; i++) {
            String device = "d" + i % 3;
            double level = i % 3 * 1_000;
            boolean planted = i > 300 && i % 97 == 0;
            double value = planted ? level + 25 : level + random.nextGaussian();
            Object after = run(rules, value, Map.of("device", device), "k", NOW);
            found += planted && after == null ? 1 : 0;
            mistaken += !planted && after == null ? 1 : 0;
        }
        assertThat(found).as("of 99 that were planted").isEqualTo(100);
        assertThat(mistaken).isLessThan(5);
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
        passage.begin(new SourceRecord(Map.of(), Map.of(), "t", null, null, key, null, given, timestamp), given);
        return rules.run(value, passage);
    }

    private static RuleChain chain(String rules) {
        return RuleParser.parse(rules, RuleSettings.NONE).rules().orElseThrow().bind("usage", null, true);
    }
}
