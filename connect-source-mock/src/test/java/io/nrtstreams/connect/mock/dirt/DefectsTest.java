package io.nrtstreams.connect.mock.dirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.connect.kit.data.FieldPath;
import io.nrtstreams.connect.mock.feed.Feed;
import io.nrtstreams.connect.mock.feed.Measure;
import io.nrtstreams.connect.mock.feed.OtherUnit;
import io.nrtstreams.connect.mock.feed.Prototype;
import io.nrtstreams.connect.mock.feed.Sample;
import io.nrtstreams.connect.mock.feed.Spoilage;
import io.nrtstreams.connect.mock.output.Output;
import io.nrtstreams.connect.mock.output.Rendered;
import io.nrtstreams.connect.mock.output.Rendering;
import io.nrtstreams.connect.mock.series.DirtKind;
import io.nrtstreams.connect.mock.series.Draws;
import io.nrtstreams.connect.mock.series.Shard;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefectsTest {
    private static final Draws CHOICE = Draws.of(1, "dirt");
    private static final int MANY = 500;
    private static final long AT = 1_670_030_994_000_000_000L;

    @ParameterizedTest
    @CsvSource({"tiktok,3", "energy,3"})
    void aMalformedLineLacksAColumnAtLeast(String feed, int mostCommas) {
        texts(feed, DirtKind.MALFORMED).forEach(pair -> {
            assertThat(pair.clean).startsWith(pair.spoilt);
            assertThat(pair.spoilt).isNotEmpty();
            assertThat(commas(pair.spoilt)).isLessThan(mostCommas);
        });
    }

    @Test
    void aMalformedDictIsNotClosed() {
        texts("weather", DirtKind.MALFORMED).forEach(pair -> {
            assertThat(pair.clean).startsWith(pair.spoilt);
            assertThat(pair.spoilt.length()).isBetween(1, pair.clean.length() - 1);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiktok", "energy"})
    void aNullTokenStandsInTheThirdColumn(String feed) {
        texts(feed, DirtKind.NULL_TOKEN).forEach(pair -> {
            String[] columns = pair.clean.split(",");
            columns[2] = "Null";
            assertThat(pair.spoilt).isEqualTo(String.join(",", columns));
        });
    }

    @Test
    void aNullTokenInADictIsATextForANumber() {
        texts("weather", DirtKind.NULL_TOKEN).forEach(pair -> {
            assertThat(pair.spoilt).containsOnlyOnce("': 'Null'").endsWith("}}");
            assertThat(entries(pair.spoilt)).isEqualTo(entries(pair.clean));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiktok", "energy"})
    void aMissingFieldIsAColumnLess(String feed) {
        texts(feed, DirtKind.MISSING_FIELD)
                .forEach(pair -> assertThat(commas(pair.spoilt)).isEqualTo(commas(pair.clean) - 1));
    }

    @Test
    void aMissingEntryLeavesADictThatIsStillOne() {
        texts("weather", DirtKind.MISSING_FIELD).forEach(pair -> {
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
        texts("weather", DirtKind.ERROR_BODY)
                .forEach(pair -> assertThat(pair.spoilt)
                        .isEqualTo("{'message': 'You have exceeded the rate limit of this key'}"));
    }

    @ParameterizedTest
    @CsvSource({"tiktok,watchTime,0,29", "energy,usage,0,0.15"})
    void aNumberOutOfRangeIsOnEitherSideOfWhatIsPossible(String feed, String field, double least, double most) {
        List<Double> numbers = structs(feed, DirtKind.OUT_OF_RANGE).stream()
                .map(value -> ((Number) value.get(field)).doubleValue())
                .toList();
        assertThat(numbers)
                .allSatisfy(number -> assertThat(number < least || number > most)
                        .as("%s is out of range", number)
                        .isTrue());
        assertThat(numbers).anySatisfy(number -> assertThat(number).isLessThan(least));
        assertThat(numbers).anySatisfy(number -> assertThat(number).isGreaterThan(most));
    }

    @Test
    void aNumberOutOfRangeKeepsItsTypeAndSchema() {
        assertThat(structs("tiktok", DirtKind.OUT_OF_RANGE)).allSatisfy(value -> {
            assertThat(value.get("watchTime")).isInstanceOf(Integer.class);
            assertThat(value.schema()).isEqualTo(Prototype.feed("tiktok", 42).valueSchema());
        });
    }

    @Test
    void aMixedUpUnitIsTheSameAmountInAnother() {
        Feed feed = Prototype.feed("energy", 42);
        Defects defects = defects(feed, Output.STRUCT);
        for (long record = 0; record < MANY; record++) {
            Struct clean = sample(feed, record).value();
            Struct spoilt = struct(defects.spoilt(DirtKind.UNIT_MIX_UP, clean, CHOICE, record));
            assertThat(spoilt.getFloat64("usage")).isEqualTo(clean.getFloat64("usage") * 1000);
        }
    }

    @Test
    void aWrongTypeMakesTheFieldATextInASchemaOfItsOwn() {
        Set<Schema> schemas = structs("energy", DirtKind.WRONG_TYPE).stream()
                .peek(value -> assertThat(value.get("usage")).isInstanceOf(String.class))
                .map(Struct::schema)
                .collect(Collectors.toSet());
        assertThat(schemas).hasSize(1).allSatisfy(schema -> {
            assertThat(schema.field("usage").schema()).isEqualTo(Schema.OPTIONAL_STRING_SCHEMA);
            assertThat(schema.field("time").schema()).isEqualTo(Schema.INT64_SCHEMA);
        });
    }

    @Test
    void theSameDifferenceHasTheSameSchemaObject() {
        List<Struct> spoilt = structs("energy", DirtKind.SCHEMA_CHANGE);
        assertThat(spoilt).allSatisfy(value -> {
            assertThat(value.schema()).isSameAs(spoilt.get(0).schema());
            assertThat(value.get("firmware")).isEqualTo("2.0");
        });
    }

    @Test
    void aMissingFieldOfANestedStructIsNotInItsSchemaEither() {
        assertThat(structs("weather", DirtKind.MISSING_FIELD))
                .allSatisfy(value -> assertThat(value.getStruct("location")
                                        .schema()
                                        .fields()
                                        .size()
                                + value.getStruct("current").schema().fields().size())
                        .isEqualTo(22));
    }

    @Test
    void aTombstoneIsNothing() {
        Feed feed = Prototype.feed("energy", 42);
        Defects.Spoilt spoilt = defects(feed, Output.STRUCT)
                .spoilt(DirtKind.TOMBSTONE, sample(feed, 0).value(), CHOICE, 0);
        assertThat(spoilt.value()).isEqualTo(Rendered.NOTHING);
        assertThat(spoilt.kind()).isEqualTo(DirtKind.TOMBSTONE);
    }

    @Test
    void whereTheFieldThatWasDrawnIsNullAnotherIsSpoiltAndWhereAllAreTheRecordStaysClean() {
        Schema schema = SchemaBuilder.struct()
                .field("a", Schema.OPTIONAL_FLOAT64_SCHEMA)
                .field("b", Schema.OPTIONAL_FLOAT64_SCHEMA)
                .build();
        Spoilage spoilage = new Spoilage(
                List.of(FieldPath.parse("a")), List.of(Measure.of("a", 0, 1), Measure.of("b", 0, 1)), null);
        Defects defects = new Defects(
                spoilage,
                schema,
                Rendering.of(Output.MAP, Prototype.feed("energy", 1).nativeForm()));
        for (long record = 0; record < 20; record++) {
            Defects.Spoilt other =
                    defects.spoilt(DirtKind.NULL_TOKEN, new Struct(schema).put("b", 0.5), CHOICE, record);
            assertThat(other.value().value()).hasToString("{a=null, b=Null}");
            Defects.Spoilt none = defects.spoilt(DirtKind.NULL_TOKEN, new Struct(schema), CHOICE, record);
            assertThat(none.kind()).isNull();
            assertThat(none.value().value()).hasToString("{a=null, b=null}");
        }
    }

    @Test
    void whatIsPossibleFollowsFromTheValuesAndTheirForm() {
        Spoilage plain = new Spoilage(List.of(FieldPath.parse("a")), List.of(), null);
        assertThat(Defects.possible(plain, false))
                .containsExactlyInAnyOrder(
                        DirtKind.TOMBSTONE,
                        DirtKind.MISSING_FIELD,
                        DirtKind.SCHEMA_CHANGE,
                        DirtKind.DUPLICATE,
                        DirtKind.LATE,
                        DirtKind.OUT_OF_ORDER);
        Spoilage all = new Spoilage(
                List.of(FieldPath.parse("a")), List.of(Measure.of("a", 0, 1).or(OtherUnit.FAHRENHEIT)), "no");
        assertThat(Defects.possible(all, true)).isEqualTo(EnumSet.allOf(DirtKind.class));
    }

    @ParameterizedTest
    @EnumSource(
            value = DirtKind.class,
            names = {"DUPLICATE", "LATE", "OUT_OF_ORDER"})
    void aDefectOfTimeIsNotOneOfTheValue(DirtKind kind) {
        Feed feed = Prototype.feed("energy", 42);
        Struct clean = sample(feed, 0).value();
        assertThatThrownBy(() -> defects(feed, Output.STRUCT).spoilt(kind, clean, CHOICE, 0))
                .hasMessageContaining("has a clean value");
    }

    @ParameterizedTest
    @EnumSource(
            value = DirtKind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DUPLICATE", "LATE", "OUT_OF_ORDER", "MALFORMED"})
    void everyOutputSaysTheSame(DirtKind kind) {
        Feed feed = Prototype.feed("weather", 42);
        for (long record = 0; record < 50; record++) {
            Struct clean = sample(feed, record).value();
            Object asMap = value(feed, Output.MAP, kind, clean, record);
            Object asStruct = value(feed, Output.STRUCT, kind, clean, record);
            Object json = value(feed, Output.JSON, kind, clean, record);
            if (kind != DirtKind.TOMBSTONE) {
                assertThat(io.nrtstreams.connect.mock.output.Trees.of((Struct) asStruct))
                        .isEqualTo(asMap);
                assertThat(json.toString().replace("\"", "").replace(":", "="))
                        .isEqualTo(asMap.toString().replace(", ", ",").replace(":", "="));
            }
        }
    }

    private static Object value(Feed feed, Output output, DirtKind kind, Struct clean, long record) {
        Object value = defects(feed, output)
                .spoilt(kind, clean, CHOICE, record)
                .value()
                .value();
        return value == null ? "nothing" : value;
    }

    private record Pair(String clean, String spoilt) {}

    private static List<Pair> texts(String name, DirtKind kind) {
        Feed feed = Prototype.feed(name, 42);
        Defects defects = defects(feed, Output.NATIVE);
        Rendering rendering = Rendering.of(Output.NATIVE, feed.nativeForm());
        return LongStream.range(0, MANY)
                .mapToObj(record -> {
                    Struct clean = sample(feed, record).value();
                    Defects.Spoilt spoilt = defects.spoilt(kind, clean, CHOICE, record);
                    assertThat(spoilt.kind()).isEqualTo(kind);
                    return new Pair(
                            String.valueOf(rendering.clean(clean).value()),
                            String.valueOf(spoilt.value().value()));
                })
                .toList();
    }

    private static List<Struct> structs(String name, DirtKind kind) {
        Feed feed = Prototype.feed(name, 42);
        Defects defects = defects(feed, Output.STRUCT);
        return LongStream.range(0, MANY)
                .mapToObj(record ->
                        struct(defects.spoilt(kind, sample(feed, record).value(), CHOICE, record)))
                .toList();
    }

    private static Struct struct(Defects.Spoilt spoilt) {
        Struct value = (Struct) Objects.requireNonNull(spoilt.value().value());
        value.validate();
        return value;
    }

    private static Defects defects(Feed feed, Output output) {
        return new Defects(feed.spoilage(), feed.valueSchema(), Rendering.of(output, feed.nativeForm()));
    }

    private static Sample sample(Feed feed, long record) {
        return feed.sample(new Shard(0, 1, feed.devices()), record, AT);
    }

    private static long commas(String line) {
        return line.chars().filter(c -> c == ',').count();
    }

    private static int entries(String dict) {
        return dict.split("': ", -1).length;
    }
}
