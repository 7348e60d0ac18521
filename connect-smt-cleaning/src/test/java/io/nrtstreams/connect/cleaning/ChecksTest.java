package io.nrtstreams.connect.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions over whole records, in checks and as a predicate. */
class ChecksTest {
    private static final Schema CURRENT = SchemaBuilder.struct()
            .field("temp_c", Schema.FLOAT64_SCHEMA)
            .field("temp_f", Schema.FLOAT64_SCHEMA)
            .build();
    private static final Schema WEATHER = SchemaBuilder.struct()
            .name("io.example.Weather")
            .version(4)
            .field("city", Schema.STRING_SCHEMA)
            .field("current", CURRENT)
            .build();
    private static final String CONSISTENT = "abs(current.temp_f - (current.temp_c * 1.8 + 32)) <= 0.5";

    @Test
    void aRecordForWhichAConditionHoldsOrIsUnknownPassesAsItIs() {
        for (Object given : List.of(struct(20, 68), map(20.0, 68.0), map(null, 68.0), Map.of("city", "Pune"))) {
            SourceRecord record = Records.source(given);

            assertThat(clean(Map.of("check.fahrenheit", CONSISTENT), record)).isSameAs(record);
        }
    }

    @Test
    void anotherIsRejectedUnderTheNameOfTheCheck() {
        for (Object given : List.of(struct(20, 20), map(20.0, 20.0))) {
            SourceRecord rejected = clean(Map.of("check.fahrenheit", CONSISTENT), Records.source(given));

            assertThat(rejected.topic()).isEqualTo("readings.rejected");
            assertThat(header(rejected, "nrt.rejected.field")).isEqualTo("");
            assertThat(header(rejected, "nrt.rejected.rule")).isEqualTo("check fahrenheit: " + CONSISTENT);
            assertThat(header(rejected, "nrt.rejected.reason")).isEqualTo("expected the condition to hold");
        }
    }

    @Test
    void soIsOneWhoseValuesItMakesNoSenseFor() {
        SourceRecord rejected = clean(Map.of("check.fahrenheit", CONSISTENT), Records.source(map("20", 68.0)));

        assertThat(header(rejected, "nrt.rejected.reason"))
                .isEqualTo("expected the condition to hold, found values of kinds that it makes no sense for");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "null current.temp_f; 20.0; ''; ''",
                "null current.temp_f flag; 20.0; ''; nrt.flagged.check.fahrenheit",
                "null current.temp_c current.temp_f; ''; ''; ''",
                "default current.temp_f 68; 20.0; 68.0; ''",
                "default current.temp_f 68 flag; 20.0; 68.0; nrt.flagged.check.fahrenheit",
                "flag; 20.0; 20.0; nrt.flagged.check.fahrenheit"
            })
    void whatElseIsDoneIsForTheCheckToSay(String action, String celsius, String fahrenheit, String flag) {
        Struct given = struct(20, 20);
        SourceRecord mended = clean(Map.of("check.fahrenheit", CONSISTENT + " else " + action), Records.source(given));
        Struct current = ((Struct) mended.value()).getStruct("current");

        ((Struct) mended.value()).validate();
        assertThat(String.valueOf(current.get("temp_c"))).isEqualTo(celsius.isEmpty() ? "null" : celsius);
        assertThat(String.valueOf(current.get("temp_f"))).isEqualTo(fahrenheit.isEmpty() ? "null" : fahrenheit);
        assertThat(mended.headers())
                .extracting(h -> h.key())
                .containsExactlyElementsOf(flag.isEmpty() ? List.of() : List.of(flag));
        assertThat(mended.valueSchema().name()).isEqualTo("io.example.Weather");
        assertThat(mended.valueSchema().version()).isEqualTo(4);
        assertThat(given.getStruct("current").get("temp_f")).isEqualTo(20.0);
    }

    @Test
    void aFieldThatACheckMayMakeNullIsOptionalInEveryRecord() {
        Map<String, String> config = Map.of(
                "check.fahrenheit",
                "f <= 100 else null f",
                "field.current",
                "rename 'now'",
                "field.city",
                "upper",
                "check.c",
                "now.temp_c < 50 else null now.temp_c");
        SourceRecord fine = clean(config, Records.source(struct(20, 68)));
        SourceRecord mended = clean(config, Records.source(struct(60, 68)));

        assertThat(fine.valueSchema()).isEqualTo(mended.valueSchema());
        assertThat(fine.valueSchema()
                        .field("now")
                        .schema()
                        .field("temp_c")
                        .schema()
                        .isOptional())
                .isTrue();
        assertThat(((Struct) mended.value()).getStruct("now").get("temp_c")).isNull();
        assertThat(((Struct) mended.value()).get("city")).isEqualTo("PUNE");
    }

    @Test
    void checksSeeTheRecordAsTheRulesLeaveItAndRunInTheOrderOfTheirNames() {
        Map<String, String> config = Map.of(
                "field.t", "to float64 | rename 'temp'",
                "check.1", "temp < 50 else null temp",
                "check.2", "temp IS NOT NULL else default temp 7");

        assertThat(clean(config, Records.source(Map.of("t", "60"))).value()).isEqualTo(Map.of("temp", 7L));
        assertThat(clean(config, Records.source(Map.of("t", "40"))).value()).isEqualTo(Map.of("temp", 40.0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "check.a; a <; check.a: at column 4: expected a field or a value, found the end",
                "check.a; a < 1 else rejct; check.a: at column 12: expected reject, null, default, flag, drop, fail after else, found rejct; did you mean reject?",
                "check.a; a < 1 else null; check.a: at column 16: expected the path of a field, found the end of the rule",
                "check.a; a < 1 else default a; check.a: at column 21: expected a value after the path",
                "check.a; a < 1 else reject flag; check.a: at column 7: a record that does not go on cannot be flagged",
                "check.a; a < 1 else drop x; check.a: at column 17: expected | before the next rule, else, or the end, found x",
                "check.; a < 1; check.: expected a name after check.",
                "chek.a; a < 1; chek.a: there is no such key; did you mean check.a?"
            })
    void aMistakeIsNamedWithItsKeyAndColumn(String key, String text, String message) {
        assertThatThrownBy(() -> new Clean.Value<SourceRecord>().configure(Map.of("field.x", "trim", key, text)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aDefaultIsForAFieldOfARecord() {
        Schema labels =
                SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.FLOAT64_SCHEMA).build();
        Schema schema = SchemaBuilder.struct().field("labels", labels).build();
        Struct given = new Struct(schema).put("labels", Map.of("x", 1.0));

        assertThatThrownBy(
                        () -> clean(Map.of("check.c", "labels.x > 5 else default labels.x 5"), Records.source(given)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("check c: at column 36: expected a field of a record to put a default into");
    }

    @Test
    void aDefaultThatDoesNotFitTheFieldSaysSo() {
        assertThatThrownBy(() -> clean(
                        Map.of("check.x", "current.temp_c < 50 else default current.temp_c high"),
                        Records.source(struct(20, 20))))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("check x: at column 49: expected a number that fits float64");
    }

    @Test
    void aPredicateIsTrueOnlyWhereTheConditionIs() {
        try (FieldMatches.Value<SourceRecord> hot = new FieldMatches.Value<>();
                FieldMatches.Key<SourceRecord> key = new FieldMatches.Key<>()) {
            hot.configure(Map.of("condition", "current.temp_c > 40 AND city IN ('Pune', 'Mumbai')"));
            key.configure(Map.of("condition", "id = 7"));

            assertThat(hot.test(Records.source(struct(41, 0)))).isTrue();
            assertThat(hot.test(Records.source(map(41.0, null)))).isTrue();
            assertThat(hot.test(Records.source(map(40.0, null)))).isFalse();
            assertThat(hot.test(Records.source(map(null, null)))).isFalse();
            assertThat(hot.test(Records.source(map("hot", null)))).isFalse();
            assertThat(hot.test(Records.source("text"))).isFalse();
            SourceRecord rejected = Records.source(struct(41, 0));
            rejected.headers().addString("nrt.rejected.transform", "Parse$Value");
            assertThat(hot.test(rejected)).isFalse();
            assertThat(hot.test(Records.source("t", "key", null))).isFalse();
            assertThat(key.test(Records.source("t", Map.of("id", 7), null))).isTrue();
            assertThat(key.config().names()).containsExactly("condition");
        }
    }

    @Test
    void aPredicateWithoutASoundConditionSaysSo() {
        assertThatThrownBy(() ->
                        new FieldMatches.Value<SourceRecord>().configure(Map.of("condition", "a >", "condtion", "x")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("condition: at column 4: expected a field or a value, found the end")
                .hasMessageContaining("condtion: there is no such key; did you mean condition?");
        assertThatThrownBy(() -> new FieldMatches.Value<SourceRecord>().configure(Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("condition");
    }

    private static SourceRecord clean(Map<String, String> config, SourceRecord record) {
        try (Clean.Value<SourceRecord> clean = new Clean.Value<>()) {
            clean.configure(config);
            return clean.apply(record);
        }
    }

    private static Object header(SourceRecord record, String name) {
        return record.headers().lastWithName(name).value();
    }

    private static Struct struct(double celsius, double fahrenheit) {
        return new Struct(WEATHER)
                .put("city", "Pune")
                .put("current", new Struct(CURRENT).put("temp_c", celsius).put("temp_f", fahrenheit));
    }

    private static Map<String, Object> map(Object celsius, Object fahrenheit) {
        Map<String, Object> current = new HashMap<>();
        current.put("temp_c", celsius);
        current.put("temp_f", fahrenheit);
        return Map.of("city", "Pune", "current", current);
    }
}
