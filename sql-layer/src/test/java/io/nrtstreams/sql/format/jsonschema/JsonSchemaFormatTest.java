package io.nrtstreams.sql.format.jsonschema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.format.Format.Part;
import io.nrtstreams.sql.format.RowCodec;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.registry.InMemorySchemaRegistry;
import io.nrtstreams.sql.registry.SchemaRegistry.Kind;
import io.nrtstreams.sql.registry.SchemaRegistry.Reference;
import io.nrtstreams.sql.registry.SchemaRegistry.SchemaText;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import io.nrtstreams.sql.type.StructValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonSchemaFormatTest {

    private static final FormatSpec JSON_SR = FormatSpec.of("JSON_SR");
    private static final FormatSpec UNWRAPPED = new FormatSpec("JSON_SR", Map.of(), Optional.of(false));
    private static final FormatSpec PINNED = new FormatSpec("JSON_SR", Map.of("SCHEMA_ID", "9"), Optional.empty());
    private static final SqlType.Struct STRUCT = new SqlType.Struct(List.of(new SqlType.Field("N", SqlTypes.INTEGER)));

    private static JsonSchemaFormat formatWith(String schema) {
        InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
        registry.register("t-value", 9, new SchemaText(Kind.JSON, schema, List.of()));
        return new JsonSchemaFormat(registry);
    }

    private static byte[] bytes(int id, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = new byte[5 + body.length];
        bytes[4] = (byte) id;
        System.arraycopy(body, 0, bytes, 5, body.length);
        return bytes;
    }

    @Test
    void rowsAreJsonBehindTheSchemaId() throws Exception {
        RowCodec codec = new JsonSchemaFormat(new InMemorySchemaRegistry())
                .codec(JSON_SR, List.of(new Column("A", SqlTypes.INTEGER), new Column("S", STRUCT)), Part.VALUE, "t");

        byte[] bytes = codec.encode(new Object[] {7, new StructValue(STRUCT, (Object) null)});

        assertThat(bytes).isEqualTo(bytes(1, "{\"A\":7,\"S\":{\"N\":null}}"));
        assertThat(codec.decode(bytes)).containsExactly(7, new StructValue(STRUCT, (Object) null));
        assertThat(codec.decode(bytes(77, "{\"a\":\"8\",\"more\":1}"))).containsExactly(8, null);
        assertThat(codec.encode(null)).isNull();
        assertThat(codec.decode(null)).isNull();
    }

    @Test
    void aKeyOfOneColumnStandsAlone() throws Exception {
        RowCodec codec = new JsonSchemaFormat(new InMemorySchemaRegistry())
                .codec(JSON_SR, List.of(new Column("K", SqlTypes.STRING)), Part.KEY, "t");

        assertThat(codec.encode(new Object[] {"x"})).isEqualTo(bytes(1, "\"x\""));
        assertThat(codec.decode(bytes(1, "\"y\""))).containsExactly("y");
        assertThat(codec.encode(new Object[] {null})).isNull();
    }

    @Test
    void whatIsNotJsonIsRefused() {
        RowCodec codec = new JsonSchemaFormat(new InMemorySchemaRegistry())
                .codec(JSON_SR, List.of(new Column("A", SqlTypes.INTEGER)), Part.VALUE, "t");

        assertThatThrownBy(() -> codec.decode(bytes(1, ""))).isInstanceOf(DecodeException.class);
        assertThatThrownBy(() -> codec.decode(bytes(1, "{\"A\":"))).isInstanceOf(DecodeException.class);
        assertThatThrownBy(() -> codec.decode("{\"A\":1}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("written without a schema registry");
    }

    @Test
    void theSchemaOfTheColumnsIsKafkaConnects() {
        InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
        JsonSchemaFormat format = new JsonSchemaFormat(registry);

        format.register(
                JSON_SR,
                List.of(new Column("A", SqlTypes.INTEGER), new Column("D", new SqlType.Decimal(4, 2))),
                Part.VALUE,
                "t");
        format.register(JSON_SR, List.of(new Column("K", SqlTypes.STRING)), Part.KEY, "t");

        assertThat(registry.latest("t-value").orElseThrow().schema().text())
                .isEqualTo(
                        "{\"type\":\"object\",\"properties\":{\"A\":{\"connect.index\":0,\"oneOf\":[{\"type\":\"null\"},"
                                + "{\"type\":\"integer\",\"connect.type\":\"int32\"}]},\"D\":{\"connect.index\":1,\"oneOf\":["
                                + "{\"type\":\"null\"},{\"type\":\"number\",\"connect.type\":\"bytes\","
                                + "\"title\":\"org.apache.kafka.connect.data.Decimal\",\"connect.version\":1,"
                                + "\"connect.parameters\":{\"scale\":\"2\",\"connect.decimal.precision\":\"4\"}}]}}}");
        assertThat(registry.latest("t-key").orElseThrow().schema().text())
                .isEqualTo("{\"oneOf\":[{\"type\":\"null\"},{\"type\":\"string\",\"connect.type\":\"string\"}]}");
    }

    @Test
    void whatTheColumnsAreWrittenAsGivesTheColumnsBack() {
        List<Column> columns = List.of(
                new Column("Z", SqlTypes.BOOLEAN),
                new Column("B", SqlTypes.INTEGER),
                new Column("C", SqlTypes.BIGINT),
                new Column("D", SqlTypes.DOUBLE),
                new Column("E", SqlTypes.STRING),
                new Column("F", SqlTypes.BYTES),
                new Column("G", new SqlType.Decimal(5, 2)),
                new Column("H", SqlTypes.DATE),
                new Column("I", SqlTypes.TIME),
                new Column("J", SqlTypes.TIMESTAMP),
                new Column("K", new SqlType.Array(STRUCT)),
                new Column("L", new SqlType.Map(SqlTypes.STRING, SqlTypes.BIGINT)),
                new Column("A", STRUCT));
        JsonSchemaFormat format = new JsonSchemaFormat(new InMemorySchemaRegistry());

        format.register(JSON_SR, columns, Part.VALUE, "t");

        assertThat(format.columns(JSON_SR, Part.VALUE, "t")).isEqualTo(columns);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "{\"type\":\"boolean\"} | BOOLEAN",
                "{\"type\":\"integer\"} | BIGINT",
                "{\"type\":\"integer\",\"connect.type\":\"int16\"} | INTEGER",
                "{\"type\":\"number\"} | DOUBLE",
                "{\"type\":[\"null\",\"number\"]} | DOUBLE",
                "{\"type\":\"string\"} | STRING",
                "{\"enum\":[\"a\",\"b\"]} | STRING",
                "{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"null\"}]} | STRING",
                "{\"allOf\":[{\"$ref\":\"#/definitions/d\"}]} | BIGINT",
                "{\"$ref\":\"#/definitions/d\"} | BIGINT",
                "{\"$ref\":\"common.json#/$defs/p\"} | STRUCT<`Q` STRING>",
                "{\"$ref\":\"common.json\"} | DOUBLE",
                "{\"type\":\"array\",\"items\":{\"type\":\"string\"}} | ARRAY<STRING>",
                "{\"type\":\"object\",\"additionalProperties\":{\"type\":\"integer\"}} | MAP<STRING, BIGINT>",
                "{\"type\":\"object\",\"properties\":{\"b\":{\"connect.index\":1,\"type\":\"string\"},\"a\":{\"connect.index\":0,"
                        + "\"type\":\"string\"}}} | STRUCT<`A` STRING, `B` STRING>",
                "{\"properties\":{\"b\":{\"type\":\"string\"}},\"additionalProperties\":false} | STRUCT<`B` STRING>",
            })
    void aMemberGivesAColumn(String member, String type) {
        InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
        SchemaText common = new SchemaText(
                Kind.JSON,
                "{\"type\":\"number\",\"$defs\":{\"p\":{\"type\":\"object\",\"properties\":{\"q\":{\"type\":\"string\"}}}}}",
                List.of());
        registry.register(
                "t-value",
                new SchemaText(
                        Kind.JSON,
                        "{\"type\":\"object\",\"properties\":{\"f\":" + member
                                + "},\"definitions\":{\"d\":{\"type\":\"integer\"}}}",
                        List.of(new Reference("common.json", common))));

        assertThat(new JsonSchemaFormat(registry).columns(JSON_SR, Part.VALUE, "t"))
                .extracting(Column::toString)
                .containsExactly("`F` " + type);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "{\"oneOf\":[{\"type\":\"string\"},{\"type\":\"integer\"}]}",
                "{\"$ref\":\"#\"}",
                "{\"$ref\":\"elsewhere.json\"}",
                "{\"$ref\":\"#/nowhere\"}",
                "{}",
                "true",
                "{\"type\":\"array\"}",
                "{\"type\":\"object\"}",
            })
    void aMemberWithoutTypeIsLeftOut(String member) {
        JsonSchemaFormat format =
                formatWith("{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"},\"f\":" + member + "}}");

        assertThat(format.columns(JSON_SR, Part.VALUE, "t")).containsExactly(new Column("A", SqlTypes.STRING));
        assertThat(format.columns(PINNED, Part.VALUE, "t")).containsExactly(new Column("a", SqlTypes.STRING));
    }

    @Test
    void aSchemaThatIsNoObjectHasToStandAlone() {
        JsonSchemaFormat format = formatWith("{\"type\":\"integer\"}");

        assertThat(format.columns(UNWRAPPED, Part.VALUE, "t")).containsExactly(new Column("ROWVAL", SqlTypes.BIGINT));
        assertThatThrownBy(() -> format.columns(JSON_SR, Part.VALUE, "t"))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("is not of an object with a member for each column");
    }

    @Test
    void aSchemaByIdGivesNamesOrderAndNulls() throws Exception {
        RowCodec codec = formatWith(
                        "{\"type\":\"object\",\"properties\":{\"s\":{\"type\":\"object\",\"properties\":{\"n\":"
                                + "{\"type\":\"integer\"}}},\"extra\":{\"type\":\"string\"},\"a\":{\"type\":\"integer\"}},"
                                + "\"required\":[\"a\"]}")
                .codec(PINNED, List.of(new Column("A", SqlTypes.INTEGER), new Column("S", STRUCT)), Part.VALUE, "t");

        byte[] bytes = codec.encode(new Object[] {1, new StructValue(STRUCT, 2)});

        assertThat(bytes).isEqualTo(bytes(9, "{\"s\":{\"n\":2},\"extra\":null,\"a\":1}"));
    }

    @Test
    void aSchemaByIdThatDoesNotFitIsRefused() {
        JsonSchemaFormat format = formatWith("{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"integer\"},\"b\":"
                + "{\"type\":\"string\"}},\"required\":[\"a\"]}");

        assertThatThrownBy(() -> format.validate(PINNED, List.of(new Column("b", SqlTypes.STRING)), Part.VALUE))
                .isInstanceOf(SqlException.class)
                .hasMessage("Member a is required by the schema, but no column fills it; add a column of this name.");
        assertThatThrownBy(() -> format.validate(PINNED, List.of(new Column("a", SqlTypes.STRING)), Part.VALUE))
                .isInstanceOf(SqlException.class)
                .hasMessageStartingWith("column a is of type STRING, but the schema has BIGINT there; cast the column");
        assertThatThrownBy(() -> format.validate(PINNED, List.of(new Column("c", SqlTypes.STRING)), Part.VALUE))
                .isInstanceOf(SqlException.class)
                .hasMessage("Column c has no member in the schema, whose members are [a, b]; leave the column out, or "
                        + "rename it.");
        assertThatCode(() -> format.validate(PINNED, List.of(new Column("a", SqlTypes.INTEGER)), Part.VALUE))
                .doesNotThrowAnyException();
    }

    @Test
    void aSchemaThatIsNotJsonIsRefused() {
        assertThatThrownBy(() -> formatWith("{").columns(JSON_SR, Part.VALUE, "t"))
                .isInstanceOf(SqlException.class)
                .hasMessageStartingWith("The schema of topic t is not JSON");
    }
}
