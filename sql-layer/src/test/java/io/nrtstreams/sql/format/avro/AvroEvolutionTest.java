package io.nrtstreams.sql.format.avro;

import static io.nrtstreams.sql.format.avro.AvroFixture.AVRO;
import static io.nrtstreams.sql.format.avro.AvroFixture.UNWRAPPED;
import static io.nrtstreams.sql.format.avro.AvroFixture.avro;
import static io.nrtstreams.sql.format.avro.AvroFixture.registryWith;
import static io.nrtstreams.sql.format.avro.AvroFixture.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.format.Format.Part;
import io.nrtstreams.sql.format.RowCodec;
import io.nrtstreams.sql.registry.InMemorySchemaRegistry;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import io.nrtstreams.sql.type.StructValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What other writers wrote, by Avro's own library, read into columns. */
class AvroEvolutionTest {

    private static final SqlType.Struct POINT = new SqlType.Struct(List.of(new SqlType.Field("X", SqlTypes.INTEGER)));
    private static final SqlType.Struct EITHER = new SqlType.Struct(
            List.of(new SqlType.Field("INT", SqlTypes.INTEGER), new SqlType.Field("STRING", SqlTypes.STRING)));

    private static String record(String type) {
        return "{\"type\":\"record\",\"name\":\"r\",\"fields\":[{\"name\":\"c\",\"type\":" + type + "}]}";
    }

    private static @Nullable Object read(String type, String json, SqlType column) throws Exception {
        String schema = record(type);
        RowCodec codec =
                new AvroFormat(registryWith(3, schema)).codec(AVRO, List.of(new Column("C", column)), Part.VALUE, "t");
        return codec.decode(written(3, schema, "{\"c\":" + json + "}"))[0];
    }

    static Stream<Arguments> promotions() {
        String entries = "{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"e\",\"fields\":"
                + "[{\"name\":\"key\",\"type\":\"string\"},{\"name\":\"value\",\"type\":[\"null\",\"int\"]}]}}";
        return Stream.of(
                Arguments.of("\"int\"", "5", SqlTypes.BIGINT, 5L),
                Arguments.of("\"int\"", "5", SqlTypes.DOUBLE, 5.0),
                Arguments.of("\"long\"", "5", SqlTypes.DOUBLE, 5.0),
                Arguments.of("\"float\"", "0.5", SqlTypes.DOUBLE, 0.5),
                Arguments.of("\"int\"", "5", new SqlType.Decimal(5, 2), new BigDecimal("5.00")),
                Arguments.of(
                        "{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":4,\"scale\":1}",
                        "\"\\u0005\"",
                        new SqlType.Decimal(5, 2),
                        new BigDecimal("0.50")),
                Arguments.of(
                        "{\"type\":\"fixed\",\"name\":\"f\",\"size\":3,\"logicalType\":\"decimal\",\"precision\":4,\"scale\":1}",
                        "\"\\u00ff\\u00ff\\u00fb\"",
                        new SqlType.Decimal(4, 1),
                        new BigDecimal("-0.5")),
                Arguments.of(
                        "{\"type\":\"enum\",\"name\":\"e\",\"symbols\":[\"A\",\"B\"]}", "\"B\"", SqlTypes.STRING, "B"),
                Arguments.of(
                        "{\"type\":\"long\",\"logicalType\":\"timestamp-micros\"}",
                        "-1",
                        SqlTypes.TIMESTAMP,
                        Instant.ofEpochMilli(-1)),
                Arguments.of("{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}", "7", SqlTypes.BIGINT, 7L),
                Arguments.of(
                        "{\"type\":\"long\",\"logicalType\":\"time-micros\"}",
                        "1999",
                        SqlTypes.TIME,
                        LocalTime.of(0, 0, 0, 1_000_000)),
                Arguments.of("[\"string\",\"null\"]", "{\"string\":\"x\"}", SqlTypes.STRING, "x"),
                Arguments.of("[\"string\",\"null\"]", "null", SqlTypes.STRING, null),
                Arguments.of("[\"null\",\"int\",\"long\"]", "{\"long\":4}", SqlTypes.BIGINT, 4L),
                Arguments.of(
                        "{\"type\":\"map\",\"values\":\"int\"}",
                        "{\"a\":1}",
                        new SqlType.Map(SqlTypes.STRING, SqlTypes.INTEGER),
                        Map.of("a", 1)),
                Arguments.of(
                        entries,
                        "[{\"key\":\"a\",\"value\":{\"int\":1}}]",
                        new SqlType.Map(SqlTypes.STRING, SqlTypes.INTEGER),
                        Map.of("a", 1)),
                Arguments.of(
                        "{\"type\":\"record\",\"name\":\"p\",\"fields\":[{\"name\":\"y\",\"type\":\"string\"},"
                                + "{\"name\":\"x\",\"type\":\"int\"}]}",
                        "{\"y\":\"no\",\"x\":3}",
                        POINT,
                        new StructValue(POINT, 3)),
                Arguments.of("[\"int\",\"string\"]", "{\"string\":\"x\"}", EITHER, new StructValue(EITHER, null, "x")));
    }

    @ParameterizedTest(name = "{0} {1} is {3}")
    @MethodSource("promotions")
    void valuesAreWidened(String type, String json, SqlType column, @Nullable Object value) throws Exception {
        assertThat(read(type, json, column)).isEqualTo(value);
    }

    @ParameterizedTest(name = "{0} is no {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "\"string\" | \"1\" | INTEGER | schema 3: C: expected a type that INTEGER can hold, but the writer's schema has string",
                "\"long\" | 1 | INTEGER | schema 3: C: expected a type that INTEGER can hold, but the writer's schema has long",
                "\"int\" | 1 | DATE | schema 3: C: expected a type that DATE can hold, but the writer's schema has int",
                "\"int\" | 1 | STRING | schema 3: C: expected a type that STRING can hold, but the writer's schema has int",
            })
    void otherTypesAreRefused(String type, String json, SqlType.Base column, String message) {
        assertThatThrownBy(() -> read(type, json, new SqlType.Simple(column)))
                .isInstanceOf(DecodeException.class)
                .hasMessage(message);
    }

    @Test
    void aDecimalThatWouldLoseDigitsIsRefused() {
        String type = "{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":4,\"scale\":2}";

        assertThatThrownBy(() -> read(type, "\"\\u0005\"", new SqlType.Decimal(4, 1)))
                .isInstanceOf(DecodeException.class)
                .hasMessage("C: the number has more digits after the point than DECIMAL(4, 1) holds");
    }

    @Test
    void fieldsAreFoundByNameExactlyOrElseInAnotherCaseAndMissingOnesAreNull() throws Exception {
        String schema =
                "{\"type\":\"record\",\"name\":\"r\",\"fields\":[{\"name\":\"gone\",\"type\":{\"type\":\"array\",\"items\":"
                        + "[\"null\",\"r\"]}},{\"name\":\"b\",\"type\":\"int\"},{\"name\":\"B\",\"type\":\"int\"},"
                        + "{\"name\":\"a\",\"type\":\"string\"}]}";
        RowCodec codec = new AvroFormat(registryWith(3, schema))
                .codec(
                        AVRO,
                        List.of(
                                new Column("A", SqlTypes.STRING),
                                new Column("NEW", SqlTypes.STRING),
                                new Column("B", SqlTypes.INTEGER)),
                        Part.VALUE,
                        "t");
        String inner = "{\"gone\":[null],\"b\":8,\"B\":9,\"a\":\"inner\"}";

        byte[] bytes = written(3, schema, "{\"gone\":[null,{\"r\":" + inner + "}],\"b\":1,\"B\":2,\"a\":\"x\"}");

        assertThat(codec.decode(bytes)).containsExactly("x", null, 2);
    }

    @Test
    void recordsOfSeveralSchemasAreReadOneAfterTheOther() throws Exception {
        InMemorySchemaRegistry registry = registryWith(3, record("\"int\""));
        registry.register("t-value", 4, avro(record("\"long\"")));
        RowCodec codec =
                new AvroFormat(registry).codec(AVRO, List.of(new Column("C", SqlTypes.BIGINT)), Part.VALUE, "t");

        for (int i = 0; i < 2; i++) {
            assertThat(codec.decode(written(3, record("\"int\""), "{\"c\":1}"))).containsExactly(1L);
            assertThat(codec.decode(written(4, record("\"long\""), "{\"c\":2}")))
                    .containsExactly(2L);
        }
    }

    @Test
    void aRecordMayStandInAUnionWithNull() throws Exception {
        String schema = "[\"null\"," + record("\"int\"") + "]";
        RowCodec codec = new AvroFormat(registryWith(3, schema))
                .codec(AVRO, List.of(new Column("C", SqlTypes.INTEGER)), Part.VALUE, "t");

        assertThat(codec.decode(written(3, schema, "{\"r\":{\"c\":4}}"))).containsExactly(4);
        assertThat(codec.decode(written(3, schema, "null"))).isNull();
    }

    @Test
    void aMapMayStandAlone() throws Exception {
        String schema = "{\"type\":\"map\",\"values\":[\"null\",\"int\"]}";
        RowCodec codec = new AvroFormat(registryWith(3, schema))
                .codec(
                        UNWRAPPED,
                        List.of(new Column("M", new SqlType.Map(SqlTypes.STRING, SqlTypes.INTEGER))),
                        Part.VALUE,
                        "t");

        assertThat(codec.decode(written(3, schema, "{\"a\":{\"int\":1}}"))).containsExactly(Map.of("a", 1));
    }
}
