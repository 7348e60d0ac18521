package io.nrtstreams.connect.cleaning.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.connect.cleaning.core.Cleaned;
import io.nrtstreams.connect.cleaning.core.Outcome;
import io.nrtstreams.connect.cleaning.core.Refused;
import io.nrtstreams.connect.cleaning.rules.RuleList;
import io.nrtstreams.connect.cleaning.rules.RuleParser;
import io.nrtstreams.connect.cleaning.rules.RuleSettings;
import java.math.BigDecimal;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CleaningPlanTest {
    private static final Schema LOCATION = SchemaBuilder.struct()
            .name("io.example.Location")
            .version(3)
            .doc("Where.")
            .optional()
            .field("name", Schema.OPTIONAL_STRING_SCHEMA)
            .field("lat", Schema.OPTIONAL_FLOAT64_SCHEMA)
            .build();
    private static final Schema READING = SchemaBuilder.struct()
            .name("io.example.Reading")
            .version(7)
            .doc("A reading.")
            .parameter("unit", "kWh")
            .field("usage", SchemaBuilder.string().optional().doc("Energy.").build())
            .field("meter", Schema.STRING_SCHEMA)
            .field("location", LOCATION)
            .build();

    /** Rules, a record, and what it becomes or is refused for; the same for a Struct and for a Map. */
    record Case(Map<String, String> rules, Map<String, Object> given, Object expected) {}

    static List<Case> parity() {
        Map<String, Object> given = reading("0.1", "m-1", location(" Pune ", 18.5));
        return List.of(
                new Case(
                        Map.of("usage", "to float64", "location.name", "trim"),
                        given,
                        reading(0.1, "m-1", location("Pune", 18.5))),
                new Case(Map.of("usage", "null-if '0.1'"), given, reading(null, "m-1", location(" Pune ", 18.5))),
                new Case(
                        Map.of("location.lat", "range 0..10 else null"),
                        given,
                        reading("0.1", "m-1", location(" Pune ", null))),
                new Case(
                        Map.of("location.lat", "range 0..10"),
                        given,
                        Refused.reject("location.lat", "range 0..10", "expected a number from 0 to 10")),
                new Case(
                        Map.of("location.name", "require"),
                        reading("0.1", "m-1", null),
                        Refused.reject("location.name", "require", "expected a value, found nothing")),
                new Case(
                        Map.of("location", "require"),
                        reading("0.1", "m-1", null),
                        Refused.reject("location", "require", "expected a value, found nothing")),
                new Case(Map.of("location.name", "trim"), reading("0.1", "m-1", null), reading("0.1", "m-1", null)),
                new Case(
                        Map.of("location.name", "default 'x'"),
                        reading("0.1", "m-1", null),
                        reading("0.1", "m-1", null)),
                new Case(Map.of("usage", "default '0'"), reading(null, "m-1", null), reading("0", "m-1", null)),
                new Case(
                        Map.of("nothing.here", "require"),
                        given,
                        Refused.reject("nothing.here", "require", "expected a value, found nothing")),
                new Case(Map.of("nothing", "trim | to int32"), given, given),
                new Case(
                        Map.of("usage", "range 0..1", "location.lat", "range 0..1", "meter", "to int32"),
                        given,
                        Refused.reject("location.lat", "range 0..1", "expected a number from 0 to 1")));
    }

    @ParameterizedTest
    @MethodSource("parity")
    void aMapAndAStructAreCleanedAlike(Case example) {
        Map<String, Object> untouched = deepCopy(example.given);
        Object fromMap = result(plan(example.rules).clean(example.given));
        Struct struct = struct(example.given);
        Object fromStruct = result(plan(example.rules).clean(struct));

        assertThat(fromMap).isEqualTo(example.expected);
        assertThat(fromStruct instanceof Struct changed ? map(changed) : fromStruct)
                .isEqualTo(example.expected);
        assertThat(example.given).isEqualTo(untouched);
        assertThat(struct).isEqualTo(struct(untouched));
    }

    @Test
    void aCleanRecordIsPassedOnAsTheVerySameObject() {
        CleaningPlan plan = plan(Map.of("usage", "trim | require", "location.lat", "range -90..90"));
        Map<String, Object> map = reading("0.1", "m-1", location("Pune", 18.5));
        Struct struct = struct(map);

        assertThat(result(plan.clean(map))).isSameAs(map);
        assertThat(result(plan.clean(struct))).isSameAs(struct);
    }

    @Test
    void aTimeIsMillisecondsWhereNoSchemaCouldSayThatItIsOne() {
        CleaningPlan plan = plan(Map.of(
                "at",
                "timestamp | range 2000-01-01..",
                "all[*]",
                "timestamp",
                "in.at",
                "timestamp",
                "text",
                "timestamp | to string"));
        Map<String, Object> given = Map.of(
                "at",
                "2023-11-14T22:13:20Z",
                "all",
                List.of(1_700_000_000L),
                "in",
                Map.of("at", 1_700_000_000_000L),
                "text",
                1_700_000_000L);

        assertThat(result(plan.clean(given)))
                .isEqualTo(Map.of(
                        "at",
                        1_700_000_000_000L,
                        "all",
                        List.of(1_700_000_000_000L),
                        "in",
                        Map.of("at", 1_700_000_000_000L),
                        "text",
                        "2023-11-14T22:13:20Z"));
    }

    @Test
    void datesOfJdbcAreTimes() {
        Schema schema = SchemaBuilder.struct()
                .field("day", org.apache.kafka.connect.data.Date.SCHEMA)
                .field("hour", Time.SCHEMA)
                .field("text", org.apache.kafka.connect.data.Date.SCHEMA)
                .field("ms", Timestamp.SCHEMA)
                .build();
        Struct given = new Struct(schema)
                .put("day", new java.sql.Date(1_699_920_000_000L))
                .put("hour", new java.sql.Time(3_600_000))
                .put("text", new java.sql.Date(1_699_920_000_000L))
                .put("ms", new java.sql.Timestamp(1_700_000_000_000L));

        Struct cleaned = (Struct) result(plan(Map.of(
                        "day", "range 2000-01-01.. | format 'yyyy-MM-dd'",
                        "hour", "epoch s",
                        "text", "to string",
                        "ms", "to int64"))
                .clean(given));

        assertThat(cleaned.get("day")).isEqualTo("2023-11-14");
        assertThat(cleaned.get("hour")).isEqualTo(3_600L);
        assertThat(cleaned.get("text")).isEqualTo("2023-11-14T00:00:00Z");
        assertThat(cleaned.get("ms")).isEqualTo(1_700_000_000_000L);
    }

    @Test
    void aFloat32IsHeldToBoundsAndTokensAsItHasThem() {
        Schema schema = SchemaBuilder.struct()
                .field("a", Schema.OPTIONAL_FLOAT32_SCHEMA)
                .field("b", Schema.OPTIONAL_FLOAT32_SCHEMA)
                .build();
        Struct given = new Struct(schema).put("a", 1.1f).put("b", 1.1f);

        Struct cleaned = (Struct)
                result(plan(Map.of("a", "range 1.1..1.1", "b", "null-if '1.1'")).clean(given));

        assertThat(cleaned.get("a")).isEqualTo(1.1f);
        assertThat(cleaned.get("b")).isNull();
    }

    @Test
    void nothingPassesRulesByBecauseItHasAnotherShape() {
        Struct inner = new Struct(
                        SchemaBuilder.struct().field("x", Schema.STRING_SCHEMA).build())
                .put("x", "s");

        assertThat(result(plan(Map.of("a[*]", "mask")).clean(Map.of("a", "s"))))
                .isEqualTo(Refused.reject("a", "", "expected a list or a map, found text"));
        assertThat(result(plan(Map.of("a[*].x", "mask")).clean(Map.of("a", Map.of("x", "s")))))
                .isEqualTo(Refused.reject("a[*]", "", "expected a record, found text"));
        assertThat(result(plan(Map.of("a.x", "mask")).clean(Map.of("a", List.of(Map.of("x", "s"))))))
                .isEqualTo(Refused.reject("a", "", "expected a record, found a list"));
        assertThat(result(plan(Map.of("a.x", "mask")).clean(Map.of("a", inner))))
                .isEqualTo(Refused.reject("a", "", "expected a record, found a record with a schema in one without"));
    }

    @Test
    void aFieldThatIsMadeOptionalLosesItsDefault() {
        Schema schema = SchemaBuilder.struct()
                .field("n", SchemaBuilder.int32().defaultValue(7).build())
                .build();
        Struct given = new Struct(schema).put("n", 999);

        Struct cleaned =
                (Struct) result(plan(Map.of("n", "range 0..100 else null")).clean(given));

        assertThat(cleaned.get("n")).isNull();
    }

    @Test
    void twoFieldsDoNotGetOneName() {
        assertThat(result(plan(Map.of("a", "rename 'x'", "b", "rename 'x'")).clean(Map.of("a", 1, "b", 2))))
                .isEqualTo(Refused.reject("x", "rename 'x'", "expected no field of that name in the record"));
    }

    @Test
    void numbersWithMoreDigitsThanADoubleAreHeldToAllOfThem() {
        assertThat(result(plan(Map.of("a", "range ..9007199254740992")).clean(Map.of("a", 9007199254740993L))))
                .isInstanceOf(Refused.class);
        assertThat(result(
                        plan(Map.of("a", "range 0..0.1")).clean(Map.of("a", new BigDecimal("0.10000000000000000001")))))
                .isInstanceOf(Refused.class);
        assertThat(result(plan(Map.of("a", "null-if '9223372036854775807'")).clean(Map.of("a", 9223372036854775800L))))
                .isEqualTo(Map.of("a", 9223372036854775800L));
        assertThat(((Map<?, ?>) result(plan(Map.of("a", "null-if '0'")).clean(Map.of("a", -0.0)))).get("a"))
                .isNull();
    }

    @Test
    void aTimeThatWasInAMapStaysOne() {
        Map<String, Object> given = Map.of("at", new Date(1_700_000_000_000L));

        assertThat(result(plan(Map.of("at", "timestamp")).clean(given))).isSameAs(given);
    }

    @Test
    void aFieldThatIsMissingFromAMapStaysMissingUnlessARuleFillsIt() {
        CleaningPlan plan = plan(Map.of("a", "trim | to int32", "b", "default 1"));

        assertThat(result(plan.clean(Map.of("c", 1)))).isEqualTo(Map.of("c", 1, "b", 1L));
    }

    @Test
    void whatRulesDoNotChangeInASchemaIsKept() {
        Struct cleaned = (Struct) result(plan(Map.of("usage", "to float64", "location.lat", "to float32"))
                .clean(struct(reading("0.1", "m-1", location("Pune", 18.5)))));

        Schema schema = cleaned.schema();
        assertThat(schema.name()).isEqualTo("io.example.Reading");
        assertThat(schema.version()).isEqualTo(7);
        assertThat(schema.doc()).isEqualTo("A reading.");
        assertThat(schema.parameters()).containsEntry("unit", "kWh");
        assertThat(schema.field("usage").schema())
                .isEqualTo(SchemaBuilder.float64().optional().doc("Energy.").build());
        assertThat(schema.field("meter").schema())
                .isSameAs(READING.field("meter").schema());
        Schema location = schema.field("location").schema();
        assertThat(location.name()).isEqualTo("io.example.Location");
        assertThat(location.version()).isEqualTo(3);
        assertThat(location.doc()).isEqualTo("Where.");
        assertThat(location.isOptional()).isTrue();
        assertThat(location.field("lat").schema().type()).isEqualTo(Schema.Type.FLOAT32);
        assertThat(location.field("name").schema())
                .isSameAs(LOCATION.field("name").schema());
        cleaned.validate();
    }

    @Test
    void aRequiredFieldThatARuleCanMakeNullBecomesOptional() {
        Struct given = struct(reading("0.1", "", null));

        Struct cleaned = (Struct) result(plan(Map.of("meter", "null-if ''")).clean(given));

        assertThat(cleaned.schema().field("meter").schema().isOptional()).isTrue();
        cleaned.validate();
        Struct required = (Struct)
                result(plan(Map.of("meter", "null-if '' | default 'none'")).clean(given));
        assertThat(required.schema()).isSameAs(given.schema());
        assertThat(required.get("meter")).isEqualTo("none");
    }

    @Test
    void aNullThatIsMeantIsNotReplacedByTheDefaultOfTheSchema() {
        Schema schema = SchemaBuilder.struct()
                .field("a", SchemaBuilder.int32().optional().defaultValue(5).build())
                .field("b", SchemaBuilder.int32().defaultValue(6).build())
                .field("c", Schema.STRING_SCHEMA)
                .build();
        Struct given = new Struct(schema).put("c", " x ");

        Struct cleaned = (Struct) result(
                plan(Map.of("a", "to int64", "b", "range 0..10", "c", "trim")).clean(given));

        assertThat(cleaned.getWithoutDefault("a")).isNull();
        assertThat(cleaned.schema().field("a").schema().defaultValue()).isEqualTo(5L);
        assertThat(cleaned.get("b")).isEqualTo(6);
        assertThat(cleaned.get("c")).isEqualTo("x");
        assertThat(result(plan(Map.of("a", "require")).clean(given))).isInstanceOf(Refused.class);
    }

    @Test
    void manySchemasInRotationKeepTheirOutputSchemas() {
        CleaningPlan plan = plan(Map.of("usage", "to float64"));
        List<Struct> given = IntStream.range(0, 64)
                .mapToObj(i -> {
                    Schema schema = SchemaBuilder.struct()
                            .name("s" + i)
                            .field("usage", Schema.STRING_SCHEMA)
                            .build();
                    return new Struct(schema).put("usage", "1");
                })
                .toList();

        List<Schema> first = given.stream()
                .map(s -> ((Struct) result(plan.clean(s))).schema())
                .toList();
        List<Schema> second = given.stream()
                .map(s -> ((Struct) result(plan.clean(s))).schema())
                .toList();

        for (int i = 0; i < given.size(); i++) {
            assertThat(second.get(i)).isSameAs(first.get(i));
        }
    }

    @Test
    void aDefaultThatDoesNotFitTheSchemaIsAMistakeOfTheConfiguration() {
        Schema schema = SchemaBuilder.struct()
                .field("n", Schema.OPTIONAL_INT32_SCHEMA)
                .field("t", org.apache.kafka.connect.data.Date.SCHEMA)
                .build();
        Struct given = new Struct(schema).put("n", 1).put("t", new Date(0));

        assertThatThrownBy(() -> plan(Map.of("n", "default 'x'")).clean(given))
                .isInstanceOf(ConfigException.class)
                .hasMessage("field.n: at column 9: expected a whole number that fits int32, since the field is int32"
                        + " here");
        assertThatThrownBy(() -> plan(Map.of("t", "default 0")).clean(given))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("field.t: a default cannot fill a field of type"
                        + " org.apache.kafka.connect.data.Date; convert it before");
    }

    @Test
    void aPathThroughAFieldWithoutFieldsIsAMistakeOfTheConfiguration() {
        assertThatThrownBy(() -> plan(Map.of("meter.id", "trim")).clean(struct(reading("0.1", "m", null))))
                .isInstanceOf(ConfigException.class)
                .hasMessage("field.meter.id: the path leads through meter, which is of type string and has no fields;"
                        + " name a field within a record");
    }

    @Test
    void aValueWithoutFieldsIsRefusedWithTheRemedy() {
        assertThat(plan(Map.of("a", "trim")).clean("text"))
                .isEqualTo(Refused.reject(
                        "",
                        "",
                        "expected a record with fields (Struct or Map), found text; put Parse before Clean where"
                                + " records are text"));
    }

    private static CleaningPlan plan(Map<String, String> texts) {
        Map<RulePath, RuleList> rules = new HashMap<>();
        texts.forEach((path, text) -> rules.put(
                RulePath.parse(path),
                RuleParser.parse(text, RuleSettings.NONE).rules().orElseThrow()));
        return new CleaningPlan(rules);
    }

    private static Object result(Outcome outcome) {
        return outcome instanceof Cleaned cleaned ? cleaned.value() : outcome;
    }

    private static Map<String, Object> reading(Object usage, Object meter, Object location) {
        Map<String, Object> reading = new LinkedHashMap<>();
        reading.put("usage", usage);
        reading.put("meter", meter);
        reading.put("location", location);
        return reading;
    }

    private static Map<String, Object> location(Object name, Object lat) {
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("name", name);
        location.put("lat", lat);
        return location;
    }

    private static Struct struct(Map<String, Object> given) {
        Struct reading = new Struct(READING).put("usage", given.get("usage")).put("meter", given.get("meter"));
        if (given.get("location") instanceof Map<?, ?> location) {
            reading.put(
                    "location",
                    new Struct(LOCATION).put("name", location.get("name")).put("lat", location.get("lat")));
        }
        return reading;
    }

    private static Map<String, Object> map(Struct struct) {
        Map<String, Object> map = new LinkedHashMap<>();
        struct.schema().fields().forEach(field -> {
            Object value = struct.get(field);
            map.put(field.name(), value instanceof Struct inner ? map(inner) : value);
        });
        return map;
    }

    private static Map<String, Object> deepCopy(Map<String, Object> given) {
        Map<String, Object> copy = new LinkedHashMap<>(given);
        if (given.get("location") instanceof Map<?, ?> location) {
            copy.put("location", new LinkedHashMap<>(location));
        }
        return copy;
    }
}
