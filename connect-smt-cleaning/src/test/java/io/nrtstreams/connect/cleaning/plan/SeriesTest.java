package io.nrtstreams.connect.cleaning.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.connect.cleaning.core.Cleaned;
import io.nrtstreams.connect.cleaning.core.Outcome;
import io.nrtstreams.connect.cleaning.core.Passage;
import io.nrtstreams.connect.cleaning.core.Refused;
import io.nrtstreams.connect.cleaning.rules.RuleParser;
import io.nrtstreams.connect.cleaning.rules.RuleSettings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is remembered from record to record, over schemas and without any. */
class SeriesTest {
    private static final Schema DEVICE =
            SchemaBuilder.struct().field("id", Schema.STRING_SCHEMA).build();
    private static final long NOW = 1_670_030_994_123L;
    private final Passage passage = new Passage();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "outlier zscore 4 per device.id",
                "outlier mad 5 over 30 warmup 10 per device.id",
                "outlier mad 5 else null flag",
                "outlier mad 5 per device.id else null | last-known within 10s per device.id",
                "to float64 | last-known within 10s"
            })
    void structsAndMapsHaveTheSameOnesAndSoDoesASecondRun(String rules) {
        List<Object> fromStructs =
                stream(rules, (device, value) -> struct(Schema.OPTIONAL_FLOAT64_SCHEMA, device, value));
        List<Object> fromMaps = stream(rules, SeriesTest::map);

        assertThat(fromMaps).isEqualTo(fromStructs).isEqualTo(stream(rules, SeriesTest::map));
        assertThat(fromMaps).contains(7.0);
    }

    @Test
    void aValueIsFilledInAcrossSchemasOfTheSameType() {
        CleaningPlan plan = plan("last-known within 10m");
        clean(plan, struct(Schema.OPTIONAL_FLOAT64_SCHEMA, "d", 0.5), NOW);

        Schema another = SchemaBuilder.float64().optional().doc("Energy.").build();
        assertThat(clean(plan, struct(another, "d", null), NOW)).isEqualTo(0.5);
    }

    @Test
    void aValueOfAnotherTypeIsNotFilledIn() {
        CleaningPlan plan = plan("last-known within 10m");
        clean(plan, struct(Schema.OPTIONAL_STRING_SCHEMA, "d", "0.5"), NOW);
        assertThat(clean(plan, struct(Schema.OPTIONAL_FLOAT64_SCHEMA, "d", null), NOW))
                .isNull();

        clean(plan, struct(Schema.OPTIONAL_INT32_SCHEMA, "d", 7), NOW);
        assertThat(clean(plan, struct(Schema.OPTIONAL_INT64_SCHEMA, "d", null), NOW))
                .isNull();
        assertThat(clean(plan, struct(Schema.OPTIONAL_INT32_SCHEMA, "d", null), NOW))
                .isEqualTo(7);
    }

    @Test
    void decimalsAreRememberedToo() {
        Schema decimal = Decimal.builder(2).optional().build();
        CleaningPlan plan = plan("last-known within 10m");
        clean(plan, struct(decimal, "d", new BigDecimal("1.25")), NOW);

        assertThat(clean(plan, struct(decimal, "d", null), NOW)).isEqualTo(new BigDecimal("1.25"));
    }

    @Test
    void aValueOfAnotherLogicalTypeIsNotFilledIn() {
        Schema two = Decimal.builder(2).optional().build();
        Schema three = Decimal.builder(3).optional().build();
        CleaningPlan plan = plan("last-known within 10m");
        clean(plan, struct(two, "d", new BigDecimal("1.25")), NOW);

        assertThat(clean(plan, struct(three, "d", null), NOW)).isNull();
        assertThat(clean(plan, struct(Time.builder().optional().build(), "d", null), NOW))
                .isNull();
    }

    /** A record of a device, of whatever kind. */
    private interface Form {
        Object record(String device, @Nullable Double value);
    }

    /** Values of three devices, of which some are missing and some are far off; what comes of them. */
    private List<Object> stream(String rules, Form form) {
        CleaningPlan plan = plan(rules);
        Random random = new Random(11);
        List<Object> results = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            String device = "d" + i % 3;
            Double value = i == 1_500 ? Double.valueOf(7) : Double.valueOf(7 + random.nextGaussian());
            boolean missing = i > 1_500 && i % 11 == 0;
            boolean far = i % 101 == 100;
            Double sent = missing ? null : far ? Double.valueOf(value + 1_000) : value;
            results.add(clean(plan, form.record(device, sent), NOW + i * 1_000L));
        }
        return results;
    }

    /** The field afterwards, or the refusal. */
    private @Nullable Object clean(CleaningPlan plan, Object given, long at) {
        passage.begin(new SourceRecord(Map.of(), Map.of(), "t", null, null, "k", null, given, at), given, null);
        Outcome outcome = plan.clean(given, passage);
        if (outcome instanceof Refused) {
            return outcome;
        }
        Object value = ((Cleaned) outcome).value();
        return value instanceof Struct struct ? struct.get("usage") : ((Map<?, ?>) value).get("usage");
    }

    private static Struct struct(Schema usage, String device, @Nullable Object value) {
        Schema schema = SchemaBuilder.struct()
                .field("device", DEVICE)
                .field("usage", usage)
                .build();
        return new Struct(schema)
                .put("device", new Struct(DEVICE).put("id", device))
                .put("usage", value);
    }

    private static Map<String, Object> map(String device, @Nullable Double value) {
        Map<String, Object> map = new HashMap<>(Map.of("device", Map.of("id", device)));
        map.put("usage", value);
        return map;
    }

    private static CleaningPlan plan(String rules) {
        return new CleaningPlan(Map.of(
                RulePath.parse("usage"),
                RuleParser.parse(rules, RuleSettings.NONE).rules().orElseThrow()));
    }
}
