package io.nrtstreams.connect.cleaning.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.connect.cleaning.core.Cleaned;
import io.nrtstreams.connect.cleaning.core.Outcome;
import io.nrtstreams.connect.cleaning.core.Refused;
import io.nrtstreams.connect.cleaning.rules.RuleList;
import io.nrtstreams.connect.cleaning.rules.RuleParser;
import io.nrtstreams.connect.cleaning.rules.RuleSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Fields that come and go, and rules on what is within arrays and maps. */
class StructureTest {
    private static final Schema READING = SchemaBuilder.struct()
            .name("io.example.Reading")
            .optional()
            .field("at", Schema.OPTIONAL_INT64_SCHEMA)
            .field("value", Schema.OPTIONAL_STRING_SCHEMA)
            .build();
    private static final Schema DEVICE = SchemaBuilder.struct()
            .name("io.example.Device")
            .version(2)
            .field("id", Schema.STRING_SCHEMA)
            .field("city", Schema.OPTIONAL_STRING_SCHEMA)
            .field(
                    "tags",
                    SchemaBuilder.array(Schema.OPTIONAL_STRING_SCHEMA)
                            .doc("Tags.")
                            .optional()
                            .build())
            .field(
                    "labels",
                    SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.OPTIONAL_STRING_SCHEMA)
                            .optional()
                            .build())
            .field("readings", SchemaBuilder.array(READING).optional().build())
            .build();

    /** Rules, a record, and what it becomes or is refused for; the same for a Struct and for a Map. */
    record Case(Map<String, String> rules, Map<String, Object> given, Object expected) {}

    static List<Case> parity() {
        Map<String, Object> device = Map.of(
                "id", "d-1",
                "city", "Pune",
                "tags", List.of(" a", "b"),
                "labels", Map.of("x", " 1"),
                "readings", List.of(Map.of("at", 1L, "value", "0.5"), Map.of("at", 2L, "value", "Null")));
        return List.of(
                new Case(Map.of("tags[*]", "trim"), device, with(device, "tags", List.of("a", "b"))),
                new Case(Map.of("labels[*]", "trim | to int32"), device, with(device, "labels", Map.of("x", 1))),
                new Case(
                        Map.of("readings[*].value", "null-if 'Null' | to float64 | default 0"),
                        device,
                        with(
                                device,
                                "readings",
                                List.of(Map.of("at", 1L, "value", 0.5), Map.of("at", 2L, "value", 0.0)))),
                new Case(
                        Map.of("readings[*].value", "to float64"),
                        device,
                        Refused.reject("readings[*].value", "to float64", "expected a number that fits float64")),
                new Case(Map.of("tags[*]", "length 9.. else drop"), Map.of("id", "d"), Map.of("id", "d")),
                new Case(Map.of("city", "upper | rename 'town'"), device, renamed(device, "city", "town", "PUNE")),
                new Case(Map.of("city", "drop", "tags", "drop"), device, without(device, "city", "tags")),
                new Case(
                        Map.of("id", "rename 'city'", "city", "rename 'id'"),
                        device,
                        with(with(device, "id", "Pune"), "city", "d-1")),
                new Case(
                        Map.of("readings[*].at", "drop", "readings[*].value", "rename 'v'"),
                        device,
                        with(device, "readings", List.of(Map.of("v", "0.5"), Map.of("v", "Null")))));
    }

    @ParameterizedTest
    @MethodSource("parity")
    void structsAndMapsAreCleanedAlike(Case example) {
        Object fromMap = result(plan(example.rules).clean(example.given));
        Object fromStruct = result(plan(example.rules).clean(struct(DEVICE, example.given)));

        assertThat(fromMap).isEqualTo(example.expected);
        assertThat(fromStruct instanceof Struct struct ? plain(struct) : fromStruct)
                .isEqualTo(example.expected);
    }

    @Test
    void schemasKeepTheirNamesAroundWhatHasChanged() {
        Struct given = struct(DEVICE, Map.of("id", "d"));

        Struct cleaned = (Struct) result(
                plan(Map.of("readings[*].value", "to float64", "id", "drop")).clean(given));

        assertThat(cleaned.schema().name()).isEqualTo("io.example.Device");
        assertThat(cleaned.schema().version()).isEqualTo(2);
        assertThat(cleaned.schema().field("id")).isNull();
        assertThat(cleaned.schema().field("tags").schema())
                .isSameAs(DEVICE.field("tags").schema());
        Schema reading = cleaned.schema().field("readings").schema().valueSchema();
        assertThat(reading.name()).isEqualTo("io.example.Reading");
        assertThat(reading.field("value").schema()).isEqualTo(Schema.OPTIONAL_FLOAT64_SCHEMA);
    }

    @Test
    void nothingIsCopiedWhereNothingChanges() {
        Map<String, Object> given = Map.of("id", "d", "tags", List.of("a"), "labels", Map.of("x", "1"));
        CleaningPlan plan = plan(Map.of("tags[*]", "trim", "labels[*]", "trim", "readings[*].value", "trim"));
        Struct struct = struct(DEVICE, given);

        assertThat(result(plan.clean(given))).isSameAs(given);
        assertThat(result(plan.clean(struct))).isSameAs(struct);
    }

    @Test
    void aFieldOfAMapIsNotRenamedOverAnother() {
        assertThat(plan(Map.of("id", "rename 'city'")).clean(Map.of("id", "d", "city", "Pune")))
                .isEqualTo(Refused.reject("city", "rename 'city'", "expected no field of that name in the record"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "id; rename 'city'; field.id: rename 'city' gives two fields of a record the same name",
                "tags.x; trim; field.tags.x: the path leads through tags, which is of type array; say tags[*]",
                "id[*]; trim; field.id[*]: the path leads through id, which is of type string and has no fields",
                "readings[*][*]; trim; a record has fields and no elements; [*] needs an array or a map"
            })
    void rulesThatMakeNoSenseForASchemaSaySo(String path, String rules, String message) {
        assertThatThrownBy(() -> plan(Map.of(path, rules)).clean(struct(DEVICE, Map.of("id", "d"))))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    @Test
    void noPathLeadsThroughAFieldThatIsMadeAScalar() {
        assertThatThrownBy(
                        () -> plan(Map.of("tags", "mask", "tags[*]", "trim")).clean(struct(DEVICE, Map.of("id", "d"))))
                .isInstanceOf(ConfigException.class)
                .hasMessage("field.tags[*]: the path leads through tags, which its own rules make string");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"a[*]", "a[*][*].b", "`a.b`[*].c", "`a[*]`.b", "[*].a", "a.b.c", "`a\\`b.c`"})
    void aPathReadsBackAsItIsWritten(String path) {
        assertThat(RulePath.parse(path))
                .hasToString(path)
                .isEqualTo(RulePath.parse(RulePath.parse(path).toString()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"''", "a[*]b", "a[*].", "a..b", "`a"})
    void whatIsNoPathIsRefused(String path) {
        assertThatThrownBy(() -> RulePath.parse(path)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Map<String, Object> with(Map<String, Object> map, String name, Object value) {
        Map<String, Object> copy = new HashMap<>(map);
        copy.put(name, value);
        return copy;
    }

    private static Map<String, Object> without(Map<String, Object> map, String... names) {
        Map<String, Object> copy = new HashMap<>(map);
        copy.keySet().removeAll(List.of(names));
        return copy;
    }

    private static Map<String, Object> renamed(Map<String, Object> map, String from, String to, Object value) {
        return with(without(map, from), to, value);
    }

    private static CleaningPlan plan(Map<String, String> rules) {
        Map<RulePath, RuleList> lists = new HashMap<>();
        rules.forEach((path, text) -> lists.put(
                RulePath.parse(path),
                RuleParser.parse(text, RuleSettings.NONE).rules().orElseThrow()));
        return new CleaningPlan(lists);
    }

    private static Object result(Outcome outcome) {
        return outcome instanceof Cleaned cleaned ? cleaned.value() : outcome;
    }

    private static Struct struct(Schema schema, Map<String, Object> fields) {
        Struct struct = new Struct(schema);
        fields.forEach(
                (name, value) -> struct.put(name, withSchema(schema.field(name).schema(), value)));
        return struct;
    }

    @SuppressWarnings("unchecked")
    private static Object withSchema(Schema schema, Object value) {
        return switch (schema.type()) {
            case STRUCT -> struct(schema, (Map<String, Object>) value);
            case ARRAY ->
                ((List<Object>) value)
                        .stream()
                                .map(element -> withSchema(schema.valueSchema(), element))
                                .toList();
            default -> value;
        };
    }

    private static Object plain(Object value) {
        if (value instanceof Struct struct) {
            Map<String, Object> map = new TreeMap<>();
            struct.schema().fields().stream()
                    .filter(field -> struct.get(field) != null)
                    .forEach(field -> map.put(field.name(), plain(struct.get(field))));
            return map;
        }
        return value instanceof List<?> list
                ? list.stream().map(StructureTest::plain).toList()
                : value;
    }
}
