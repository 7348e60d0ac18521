package io.nrtstreams.sql.format.protobuf;

import static io.nrtstreams.sql.format.protobuf.ProtobufFixture.PROTOBUF;
import static io.nrtstreams.sql.format.protobuf.ProtobufFixture.bytes;
import static io.nrtstreams.sql.format.protobuf.ProtobufFixture.codec;
import static io.nrtstreams.sql.format.protobuf.ProtobufFixture.hex;
import static io.nrtstreams.sql.format.protobuf.ProtobufFixture.registryWith;
import static io.nrtstreams.sql.format.protobuf.ProtobufFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.format.EncodeException;
import io.nrtstreams.sql.format.Format.Part;
import io.nrtstreams.sql.format.RowCodec;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.registry.InMemorySchemaRegistry;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import io.nrtstreams.sql.type.StructValue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other writers wrote, the schemas that are registered, and those that are named by id. */
class ProtobufEvolutionTest {

    private static final FormatSpec PINNED = with("SCHEMA_ID", "1");
    private static final SqlType.Struct CHOICE = new SqlType.Struct(
            List.of(new SqlType.Field("A", SqlTypes.INTEGER), new SqlType.Field("B", SqlTypes.STRING)));

    private static Object read(String fields, String body, SqlType type) throws Exception {
        InMemorySchemaRegistry registry = registryWith(1, "syntax = 'proto3'; message M { " + fields + " }");
        return codec(registry, PROTOBUF, new Column("C", type)).decode(bytes("00 00 00 00 01 00 " + body))[0];
    }

    @ParameterizedTest(name = "{0} {1} as {2} is {3}")
    @CsvSource({
        "uint32 c = 1;, 08 ff ff ff ff 0f, BIGINT, 4294967295",
        "int32 c = 1;, 08 05, BIGINT, 5",
        "sint64 c = 1;, 08 03, BIGINT, -2",
        "float c = 1;, 0d 00 00 00 3f, DOUBLE, 0.5",
        "int64 c = 1;, 08 05, DOUBLE, 5.0",
        "enum E { NO = 0; YES = 1; } E c = 1;, 08 01, STRING, YES",
        "enum E { NO = 0; YES = 1; } E c = 1;, '', STRING, NO",
        "int32 gone = 2; int32 c = 1;, 10 09 08 05, INTEGER, 5",
        "int32 C = 1;, 08 05, INTEGER, 5",
    })
    void valuesAreWidened(String fields, String body, SqlType.Base type, String value) throws Exception {
        assertThat(read(fields, body, new SqlType.Simple(type))).hasToString(value);
    }

    @Test
    void columnsWithoutFieldAreNull() throws Exception {
        assertThat(read("int32 other = 1;", "08 05", SqlTypes.INTEGER)).isNull();
    }

    @Test
    void numbersMayBePackedOrNot() throws Exception {
        SqlType array = new SqlType.Array(SqlTypes.INTEGER);

        assertThat(read("repeated int32 c = 1;", "0a 02 01 02 08 03", array)).isEqualTo(List.of(1, 2, 3));
        assertThat(read("repeated int32 c = 1 [packed = false];", "08 01 08 02", array))
                .isEqualTo(List.of(1, 2));
    }

    @Test
    void anOptionalFieldIsNullOnlyWhereNullsAreToldApart() throws Exception {
        InMemorySchemaRegistry registry = registryWith(1, "syntax = 'proto3'; message M { optional int32 c = 1; }");
        Column column = new Column("C", SqlTypes.INTEGER);
        byte[] empty = bytes("00 00 00 00 01 00");

        assertThat(codec(registry, PROTOBUF, column).decode(empty)).containsExactly(0);
        assertThat(codec(registry, with("PROTOBUF_NULLABLE_REPRESENTATION", "optional"), column)
                        .decode(empty))
                .containsExactly((Object) null);
    }

    @Test
    void aOneofIsAStructOrItsFieldsByThemselves() throws Exception {
        InMemorySchemaRegistry registry =
                registryWith(1, "syntax = 'proto3'; message M { oneof o { int32 a = 1; string b = 2; } }");
        RowCodec codec = codec(registry, PINNED, new Column("O_0", CHOICE), new Column("A", SqlTypes.INTEGER));
        RowCodec writing = codec(registry, PINNED, new Column("O_0", CHOICE));

        assertThat(codec.decode(bytes("00 00 00 00 01 00 12 01 78")))
                .containsExactly(new StructValue(CHOICE, null, "x"), null);
        assertThat(codec.decode(bytes("00 00 00 00 01 00 08 00"))).containsExactly(new StructValue(CHOICE, 0, null), 0);
        assertThat(codec.decode(bytes("00 00 00 00 01 00"))).containsExactly(null, null);
        assertThat(hex(writing.encode(new Object[] {new StructValue(CHOICE, null, "x")})))
                .isEqualTo("00 00 00 00 01 00 12 01 78");
        assertThatThrownBy(() -> writing.encode(new Object[] {new StructValue(CHOICE, 1, "x")}))
                .isInstanceOf(EncodeException.class)
                .hasMessage("column O_0 has several fields that are not null, but a oneof holds one");
    }

    @Test
    void theIndexesNameTheMessage() throws Exception {
        InMemorySchemaRegistry registry = registryWith(
                1,
                "syntax = 'proto3'; message A { int32 c = 1; } message B { message D { int32 x = 1; int32 c = 2; } }");
        Column column = new Column("C", SqlTypes.INTEGER);
        RowCodec codec = codec(registry, with(Map.of("SCHEMA_ID", "1", "SCHEMA_FULL_NAME", "B.D")), column);

        assertThat(hex(codec.encode(new Object[] {5}))).isEqualTo("00 00 00 00 01 04 02 00 10 05");
        assertThat(codec.decode(bytes("00 00 00 00 01 04 02 00 10 05"))).containsExactly(5);
        assertThat(codec.decode(bytes("00 00 00 00 01 00 08 06"))).containsExactly(6);
        assertThat(codec.decode(bytes("00 00 00 00 01 02 00 08 07"))).containsExactly(7);
        assertThatThrownBy(() -> codec.decode(bytes("00 00 00 00 01 02 08 08 07")))
                .isInstanceOf(DecodeException.class)
                .hasMessage("expected the index of one of the schema's 2 messages");
    }

    @ParameterizedTest(name = "{0} is no {1}")
    @CsvSource({
        "string c = 1;, INTEGER, C: expected a type that INTEGER can hold; but the writer's schema has string",
        "uint32 c = 1;, INTEGER, C: expected a type that INTEGER can hold; but the writer's schema has uint32",
        "repeated int32 c = 1;, INTEGER, C: expected a type that INTEGER can hold; but the writer's schema has a repeated field",
    })
    void otherTypesAreRefused(String fields, SqlType.Base type, String message) {
        assertThatThrownBy(() -> read(fields, "", new SqlType.Simple(type)))
                .isInstanceOf(DecodeException.class)
                .hasMessage(message.replace(';', ','));
    }

    @Test
    void theSchemaOfTheColumnsIsRegisteredWithTheFirstRecordOnly() {
        InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
        RowCodec codec = codec(
                registry,
                PROTOBUF,
                new Column("I", SqlTypes.INTEGER),
                new Column("D", new SqlType.Decimal(4, 2)),
                new Column("L", new SqlType.Array(CHOICE)),
                new Column("M", new SqlType.Map(SqlTypes.STRING, SqlTypes.DOUBLE)));
        assertThat(registry.subjects()).isEmpty();

        codec.encode(new Object[] {null, null, null, null});

        assertThat(registry.latest("t-value").orElseThrow().schema().text()).isEqualTo("""
                syntax = "proto3";

                import "confluent/meta.proto";
                import "confluent/type/decimal.proto";

                message ConnectDefault1 {
                  int32 I = 1;
                  confluent.type.Decimal D = 2 [(confluent.field_meta) = {params: [{key: "precision", value: "4"}, {key: "scale", value: "2"}]}];
                  repeated ConnectDefault2 L = 3;
                  map<string, double> M = 4;
                  message ConnectDefault2 {
                    int32 A = 1;
                    string B = 2;
                  }
                }
                """);
    }

    @Test
    void theMessageIsNamedAsAsked() {
        InMemorySchemaRegistry registry = new InMemorySchemaRegistry();

        new ProtobufFormat(registry)
                .register(
                        with("SCHEMA_FULL_NAME", "a.b.C"), List.of(new Column("I", SqlTypes.INTEGER)), Part.VALUE, "t");

        assertThat(registry.latest("t-value").orElseThrow().schema().text())
                .isEqualTo("syntax = \"proto3\";\npackage a.b;\n\nmessage C {\n  int32 I = 1;\n}\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "proto3 | string c = 1; | column c is of type INTEGER, but the schema has string there; cast the column",
                "proto3 | int32 b = 1; | column c has no field in the schema, whose fields are [b]; leave",
                "proto2 | optional int32 c = 1; required int32 b = 2; | column b is required by the schema, but no column",
            })
    void aSchemaByIdThatDoesNotFitIsRefused(String syntax, String fields, String message) {
        ProtobufFormat format =
                new ProtobufFormat(registryWith(1, "syntax = '" + syntax + "'; message M { " + fields + " }"));

        assertThatThrownBy(() -> format.validate(PINNED, List.of(new Column("c", SqlTypes.INTEGER)), Part.VALUE))
                .isInstanceOf(SqlException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void whatTheSchemaByIdCannotHoldIsRefusedByRecord() {
        Column column = new Column("c", SqlTypes.BIGINT);
        RowCodec unsigned = codec(registryWith(1, "syntax = 'proto3'; message M { uint32 c = 1; }"), PINNED, column);
        RowCodec required =
                codec(registryWith(1, "syntax = 'proto2'; message M { required int64 c = 1; }"), PINNED, column);

        assertThat(hex(unsigned.encode(new Object[] {4_294_967_295L})))
                .isEqualTo("00 00 00 00 01 00 08 ff ff ff ff 0f");
        assertThatThrownBy(() -> unsigned.encode(new Object[] {-1L}))
                .isInstanceOf(EncodeException.class)
                .hasMessage("column c does not fit the schema's unsigned 32 bits");
        assertThatThrownBy(() -> required.encode(new Object[] {null}))
                .isInstanceOf(EncodeException.class)
                .hasMessage("the row has null in fields that the schema requires: [c]");
    }

    @Test
    void aNullInsideAnArrayCannotBeWritten() {
        RowCodec codec = codec(PROTOBUF, new Column("L", new SqlType.Array(SqlTypes.INTEGER)));

        assertThatThrownBy(() -> codec.encode(new Object[] {Arrays.asList(1, null)}))
                .isInstanceOf(EncodeException.class)
                .hasMessage("column L holds a null, which Protobuf cannot write inside an ARRAY or MAP");
    }

    @Test
    void whatProtobufCannotHoldIsRefused() {
        ProtobufFormat format = new ProtobufFormat(new InMemorySchemaRegistry());
        Column nested = new Column("L", new SqlType.Array(new SqlType.Array(SqlTypes.INTEGER)));
        Column name = new Column("a b", SqlTypes.INTEGER);
        FormatSpec unwrapped = new FormatSpec("PROTOBUF", Map.of(), Optional.of(false));

        assertThatThrownBy(() -> format.validate(PROTOBUF, List.of(nested), Part.VALUE))
                .isInstanceOf(SqlException.class)
                .hasMessage(
                        "Column L: Protobuf holds no ARRAY directly inside an ARRAY or MAP; put it into a field of a "
                                + "STRUCT.");
        assertThatThrownBy(() -> format.validate(PROTOBUF, List.of(name), Part.VALUE))
                .isInstanceOf(SqlException.class)
                .hasMessageStartingWith("Column a b: Protobuf's names begin with a letter");
        assertThatThrownBy(() -> format.validate(unwrapped, List.of(new Column("A", SqlTypes.INTEGER)), Part.VALUE))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("WRAP_SINGLE_VALUE");
        assertThatThrownBy(() -> format.validate(
                        with("PROTOBUF_NULLABLE_REPRESENTATION", "OPTIONL"), List.of(nested), Part.VALUE))
                .isInstanceOf(SqlException.class)
                .hasMessage(
                        "VALUE_PROTOBUF_NULLABLE_REPRESENTATION must be OPTIONAL or WRAPPER. Did you mean OPTIONAL?");
    }
}
