package io.nrtstreams.connect.cleaning.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.connect.cleaning.core.Passage;
import io.nrtstreams.connect.cleaning.core.Refused;
import io.nrtstreams.connect.kit.docs.GeneratedPage;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of examples, each of which is run. */
class OperationExamplesTest {
    private static final RuleSettings SETTINGS = new RuleSettings(Optional.of(HmacKey.of("a secret of the examples")));
    private static final long NOW = 1_670_030_994_123L;

    /** A rule, the value of the field before, and afterwards; {@code refused} where it does not fit. */
    record Example(
            String rule, @Nullable Object given, @Nullable Object becomes) {}

    private static final Object REFUSED = new Object();

    static List<Example> examples() {
        return List.of(
                new Example("trim", "  Pune ", "Pune"),
                new Example("collapse", "Los   Angeles", "Los Angeles"),
                new Example("upper", "straße", "STRASSE"),
                new Example("lower", "PUNE", "pune"),
                new Example("capitalize", "pune", "Pune"),
                new Example("nfc", "e\u0301", "\u00E9"),
                new Example("strip-control", "a\u0000b\n", "ab"),
                new Example("replace ' kWh$' with ''", "12.5 kWh", "12.5"),
                new Example("replace '([0-9]+)/([0-9]+)' with '$2-$1'", "12/2022", "2022-12"),
                new Example("null-if 'Null' '' '-9999'", "Null", null),
                new Example("null-if '-9999'", -9999.0, null),
                new Example("default 'unknown'", null, "unknown"),
                new Example("require", null, REFUSED),
                new Example("to float64", "1e3", 1000.0),
                new Example("to int32", "12.5", REFUSED),
                new Example("to int32 rounding half-even", "12.5", 12),
                new Example("to float64 locale 'de-DE'", "1.234,5", 1234.5),
                new Example("to boolean", "yes", true),
                new Example("to timestamp", "2022-12-03T06:45:00+05:30", date(1_670_030_100_000L)),
                new Example("unit F to C", 68, 20.0),
                new Example("unit to kWh", "14.8 Wh", 0.0148),
                new Example("timestamp", 1_670_030_994, date(1_670_030_994_000L)),
                new Example("timestamp 'yyyy-MM-dd H:mm' zone-from tz_id", "2022-12-03 6:45", date(1_670_030_100_000L)),
                new Example("timestamp 'd. MMM yyyy' locale de", "3. Dez. 2022", date(1_670_025_600_000L)),
                new Example("timestamp | format 'yyyy-MM-dd' zone 'Asia/Kolkata'", 1_670_030_994, "2022-12-03"),
                new Example("timestamp | epoch s", "2022-12-03T01:15:00Z", 1_670_030_100L),
                new Example("range 0..100", 101, REFUSED),
                new Example("range 0..100 else null", 101, null),
                new Example("timestamp | range 2000-01-01..2100-01-01", "1970-01-01", REFUSED),
                new Example("clamp 0..100", 101, 100),
                new Example("outlier mad 6 warmup 20", 21.4, 21.4),
                new Example("last-known within 10m", 7, 7),
                new Example("enum 'on' 'off'", "of", REFUSED),
                new Example("regex '[A-Z]{2}[0-9]+'", "AB12", "AB12"),
                new Example("length 1..3", "日本語", "日本語"),
                new Example("map 'Pune India'='Pune'", "Pune India", "Pune"),
                new Example("mask last 4", "4111111111111111", "************1111"),
                new Example(
                        "lower | hmac",
                        "Ann@Example.org",
                        "be7e13d90620faf898399c23524b178f9baac34d0b7366fd99c1dcdf073adaaa"),
                new Example("rename 'city'", "Pune", "Pune"),
                new Example("drop", "Pune", "Pune"));
    }

    private static Date date(long millis) {
        return Date.from(Instant.ofEpochMilli(millis));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsTrue(Example example) {
        Object after = run(example);

        if (example.becomes == REFUSED) {
            assertThat(after).isInstanceOf(Refused.class);
        } else {
            assertThat(after).isEqualTo(example.becomes);
        }
    }

    @Test
    void everyOperationHasOne() {
        for (OperationKind kind : OperationKind.values()) {
            assertThat(examples()).as(kind.label()).anyMatch(example -> example.rule.contains(kind.label()));
        }
    }

    @Test
    void thePageShowsThem() {
        StringBuilder page = new StringBuilder(
                "# Operations by example\n\n"
                        + "<!-- Written by the build from the code. Change the code, not this page. -->\n\n"
                        + "What each operation of [Clean](../cleaning.md#clean) makes of a value. `timestamp` values are shown by ISO 8601 in"
                        + " UTC; `tz_id` of the record is `Asia/Kolkata`.\n\n| rule | value | becomes |\n| --- | --- | --- |\n");
        for (Example example : examples()) {
            page.append("| `")
                    .append(example.rule.replace("|", "\\|"))
                    .append("` | ")
                    .append(shown(example.given));
            page.append(" | ").append(becomes(example)).append(" |\n");
        }
        GeneratedPage.at("docs/reference/cleaning-operations.md").check(page.toString());
    }

    private static String becomes(Example example) {
        if (example.becomes == REFUSED && run(example) instanceof Refused refused) {
            return "unfit: " + refused.reason();
        }
        return switch (example.rule) {
            case "drop" -> "(the field is gone)";
            case "rename 'city'" -> "the same, under the name `city`";
            default -> shown(example.becomes);
        };
    }

    private static String shown(@Nullable Object value) {
        if (value == null) {
            return "null";
        } else if (value instanceof Date date) {
            return "`" + date.toInstant() + "`";
        } else if (value instanceof String text) {
            return "`'" + text.replace("\u0000", "\\0").replace("\n", "\\n") + "'`";
        }
        return "`" + value + "`";
    }

    private static @Nullable Object run(Example example) {
        Map<String, Object> record = new HashMap<>(Map.of("tz_id", "Asia/Kolkata"));
        Passage passage = new Passage();
        passage.begin(new SourceRecord(Map.of(), Map.of(), "t", null, null, "k", null, record, NOW), record, null);
        RuleParser.Parsed parsed = RuleParser.parse(example.rule, SETTINGS);
        assertThat(parsed.mistakes()).isEmpty();
        return parsed.rules().orElseThrow().bind("field", null, true).run(example.given, passage);
    }
}
