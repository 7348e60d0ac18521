package io.nrtstreams.sql.format.avro;

import static io.nrtstreams.sql.format.avro.AvroFixture.AVRO;
import static io.nrtstreams.sql.format.avro.AvroFixture.UNWRAPPED;
import static io.nrtstreams.sql.format.avro.AvroFixture.registryWith;
import static io.nrtstreams.sql.format.avro.AvroFixture.with;
import static io.nrtstreams.sql.format.avro.AvroFixture.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.format.EncodeException;
import io.nrtstreams.sql.format.Format.Part;
import io.nrtstreams.sql.format.RowCodec;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.registry.InMemorySchemaRegistry;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import io.nrtstreams.sql.type.StructValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schemas that are registered, and those that are named by id. */
class AvroSchemaIdTest {

    private static final SqlType.Struct POINT = new SqlType.Struct(List.of(new SqlType.Field("x", SqlTypes.INTEGER)));
    private static final FormatSpec PINNED = with("SCHEMA_ID", "9");

    private static String fields(String fields) {
        return "{\"type\":\"record\",\"name\":\"r\",\"fields\":[" + fields + "]}";
    }

    private static String field(String name, String type) {
        return "{\"name\":\"" + name + "\",\"type\":" + type + "}";
    }

    @Test
    void theSchemaOfTheColumnsIsRegisteredWithTheFirstRecordOnly() {
        InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
        RowCodec codec = new AvroFormat(registry)
                .codec(
                        AVRO,
                        List.of(
                                new Column("A", SqlTypes.INTEGER),
                                new Column("M", new SqlType.Map(SqlTypes.STRING, SqlTypes.BIGINT)),
                                new Column("S", new SqlType.Array(POINT))),
                        Part.VALUE,
                        "t");
        assertThat(registry.subjects()).isEmpty();

        codec.encode(new Object[] {1, null, null});

        assertThat(registry.latest("t-value").orElseThrow().schema().text())
                .isEqualTo(
                        "{\"type\":\"record\",\"name\":\"KsqlDataSourceSchema\",\"namespace\":\"io.confluent.ksql.avro_schemas\","
                                + "\"fields\":[{\"name\":\"A\",\"type\":[\"null\",\"int\"],\"default\":null},"
                                + "{\"name\":\"M\",\"type\":[\"null\",{\"type\":\"array\",\"items\":{\"type\":\"record\","
                                + "\"name\":\"KsqlDataSourceSchema_M\",\"fields\":[{\"name\":\"key\",\"type\":[\"null\",\"string\"],"
                                + "\"default\":null},{\"name\":\"value\",\"type\":[\"null\",\"long\"],\"default\":null}],"
                                + "\"connect.internal.type\":\"MapEntry\"}}],\"default\":null},"
                                + "{\"name\":\"S\",\"type\":[\"null\",{\"type\":\"array\",\"items\":[\"null\",{\"type\":\"record\","
                                + "\"name\":\"KsqlDataSourceSchema_S\",\"fields\":[{\"name\":\"x\",\"type\":[\"null\",\"int\"],"
                                + "\"default\":null}]}]}],\"default\":null}]}");
    }

    @Test
    void theRecordIsNamedAsAsked() {
        InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
        AvroFormat format = new AvroFormat(registry);
        List<Column> columns = List.of(new Column("A", SqlTypes.INTEGER));

        format.register(with("SCHEMA_FULL_NAME", "a.b.C"), columns, Part.VALUE, "t");
        format.register(with("AVRO_SCHEMA_FULL_NAME", "D"), columns, Part.VALUE, "u");

        assertThat(registry.latest("t-value").orElseThrow().schema().text())
                .startsWith("{\"type\":\"record\",\"name\":\"C\",\"namespace\":\"a.b\"");
        assertThat(registry.latest("u-value").orElseThrow().schema().text())
                .startsWith("{\"type\":\"record\",\"name\":\"D\",\"fields\"");
    }

    @Test
    void aColumnThatStandsAloneHasItsBareType() {
        InMemorySchemaRegistry registry = new InMemorySchemaRegistry();

        new AvroFormat(registry).register(UNWRAPPED, List.of(new Column("any name", SqlTypes.STRING)), Part.VALUE, "t");

        assertThat(registry.latest("t-value").orElseThrow().schema().text()).isEqualTo("\"string\"");
    }

    @Test
    void pathsThatGiveOneNameAreToldApart() {
        SqlType.Struct leaf = new SqlType.Struct(List.of(new SqlType.Field("X", SqlTypes.INTEGER)));
        SqlType.Struct nested = new SqlType.Struct(List.of(new SqlType.Field("B", POINT)));
        List<Column> columns = List.of(new Column("A", nested), new Column("A_B", leaf));
        AvroFormat format = new AvroFormat(new InMemorySchemaRegistry());

        format.register(AVRO, columns, Part.VALUE, "t");

        assertThat(format.columns(AVRO, Part.VALUE, "t").get(1)).isEqualTo(columns.get(1));
    }

    @Test
    void aSchemaByIdIsWrittenByName() throws Exception {
        String schema = fields(field("b", "\"string\"") + "," + field("a", "[\"null\",\"long\"]")
                + ",{\"name\":\"d\",\"type\":" + "\"int\",\"default\":100}," + field("n", "[\"null\",\"int\"]"));
        RowCodec codec = new AvroFormat(registryWith(9, schema))
                .codec(
                        PINNED,
                        List.of(new Column("a", SqlTypes.INTEGER), new Column("B", SqlTypes.STRING)),
                        Part.VALUE,
                        "t");

        assertThat(codec.encode(new Object[] {1, "x"}))
                .isEqualTo(written(9, schema, "{\"b\":\"x\",\"a\":{\"long\":1},\"d\":100,\"n\":null}"));
    }

    @Test
    void aNullBecomesTheDefaultOfAFieldThatHoldsNone() throws Exception {
        String schema = fields(
                "{\"name\":\"a\",\"type\":\"int\",\"default\":7},"
                        + field(
                                "s",
                                "{\"type\":\"record\",\"name\":\"p\",\"fields\":[{\"name\":\"x\",\"type\":\"int\",\"default\":8}]}"));
        RowCodec codec = new AvroFormat(registryWith(9, schema))
                .codec(PINNED, List.of(new Column("a", SqlTypes.INTEGER), new Column("s", POINT)), Part.VALUE, "t");

        assertThat(codec.encode(new Object[] {null, new StructValue(POINT, (Object) null)}))
                .isEqualTo(written(9, schema, "{\"a\":7,\"s\":{\"x\":8}}"));
        assertThatThrownBy(() -> codec.encode(new Object[] {1, null}))
                .isInstanceOf(EncodeException.class)
                .hasMessage("column s is null, which the schema does not allow there");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "\"string\" | column c is of type INTEGER, but the schema has string there; cast the column, or",
                "{\"type\":\"int\",\"logicalType\":\"date\"} | column c is of type INTEGER, but the schema has int (date) there",
                "\"int\"},{\"name\":\"e\",\"type\":\"double\" | column e is required by the schema, but no column fills it; add",
                "\"int\"},{\"name\":\"C\",\"type\":\"double\" | column C is required by the schema",
            })
    void aSchemaByIdThatDoesNotFitIsRefused(String type, String message) {
        AvroFormat format = new AvroFormat(registryWith(9, fields(field("c", type))));
        List<Column> columns = List.of(new Column("c", SqlTypes.INTEGER));

        assertThatThrownBy(() -> format.validate(PINNED, columns, Part.VALUE))
                .isInstanceOf(SqlException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void aColumnWithoutFieldIsRefused() {
        AvroFormat format = new AvroFormat(registryWith(9, fields(field("c", "\"int\""))));
        List<Column> columns = List.of(new Column("c", SqlTypes.INTEGER), new Column("D", SqlTypes.INTEGER));

        assertThatThrownBy(() -> format.validate(PINNED, columns, Part.VALUE))
                .isInstanceOf(SqlException.class)
                .hasMessage(
                        "column D has no field in the schema, whose fields are [c]; leave the column out, or rename it.");
    }

    @Test
    void columnsOfTheSchemaFitIt() {
        AvroFormat format = new AvroFormat(registryWith(9, fields(field("c", "\"int\""))));

        assertThatCode(() -> format.validate(PINNED, format.columns(PINNED, Part.VALUE, "t"), Part.VALUE))
                .doesNotThrowAnyException();
    }

    @Test
    void aUnionOfSeveralTypesIsWrittenFromAStruct() throws Exception {
        String schema = fields(field("c", "[\"null\",\"int\",\"string\"]"));
        SqlType.Struct either = new SqlType.Struct(
                List.of(new SqlType.Field("int", SqlTypes.INTEGER), new SqlType.Field("string", SqlTypes.STRING)));
        RowCodec codec = new AvroFormat(registryWith(9, schema))
                .codec(PINNED, List.of(new Column("c", either)), Part.VALUE, "t");

        assertThat(codec.encode(new Object[] {new StructValue(either, null, "x")}))
                .isEqualTo(written(9, schema, "{\"c\":{\"string\":\"x\"}}"));
        assertThat(codec.encode(new Object[] {null})).isEqualTo(written(9, schema, "{\"c\":null}"));
        assertThatThrownBy(() -> codec.encode(new Object[] {new StructValue(either, null, null)}))
                .isInstanceOf(EncodeException.class)
                .hasMessage("column c has null in all fields, but one branch of a union has to be written");
    }

    @Test
    void aRequiredFieldThatNoColumnCanBeIsReadButNotWritten() throws Exception {
        String schema = fields(field("c", "\"int\"") + "," + field("self", "{\"type\":\"array\",\"items\":\"r\"}"));
        AvroFormat format = new AvroFormat(registryWith(9, schema));
        RowCodec codec = format.codec(PINNED, format.columns(PINNED, Part.VALUE, "t"), Part.VALUE, "t");

        assertThat(codec.decode(written(9, schema, "{\"c\":1,\"self\":[{\"c\":2,\"self\":[]}]}")))
                .containsExactly(1);
        assertThatThrownBy(() -> codec.encode(new Object[] {1}))
                .isInstanceOf(EncodeException.class)
                .hasMessage("column self is required by the schema, but no column can have its type");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "SCHEMA_FULL_NAME | '' | VALUE_SCHEMA_FULL_NAME must not be empty",
                "SCHEMA_FULL_NAME | a..b | the schema's full name: Avro's names begin with a letter",
                "DELIMITER | x | AVRO has no property VALUE_DELIMITER",
            })
    void propertiesThatMakeNoSenseAreRefused(String property, String value, String message) {
        AvroFormat format = new AvroFormat(new InMemorySchemaRegistry());

        assertThatThrownBy(() -> format.validate(with(property, value), List.of(), Part.VALUE))
                .isInstanceOf(SqlException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void whatAvroCannotHoldIsRefused() {
        AvroFormat format = new AvroFormat(new InMemorySchemaRegistry());
        Column digit = new Column("1ST", SqlTypes.INTEGER);
        Column map = new Column("M", new SqlType.Map(SqlTypes.INTEGER, SqlTypes.INTEGER));
        Column inner = new Column("S", new SqlType.Array(new SqlType.Struct(List.of(new SqlType.Field("a b", POINT)))));

        Map.of(
                        digit, "Column 1ST: Avro's names begin",
                        map, "Column `M` MAP<INTEGER, INTEGER>: AVRO holds maps with keys of type STRING only",
                        inner, "Column S->a b: Avro's names begin")
                .forEach((column, message) -> assertThatThrownBy(
                                () -> format.validate(AVRO, List.of(column), Part.VALUE))
                        .isInstanceOf(SqlException.class)
                        .hasMessageStartingWith(message));
        assertThatCode(() -> format.validate(UNWRAPPED, List.of(digit), Part.VALUE))
                .doesNotThrowAnyException();
    }
}
