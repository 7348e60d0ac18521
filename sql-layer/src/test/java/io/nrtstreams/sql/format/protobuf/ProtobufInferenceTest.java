package io.nrtstreams.sql.format.protobuf;

import static io.nrtstreams.sql.format.protobuf.ProtobufFixture.PROTOBUF;
import static io.nrtstreams.sql.format.protobuf.ProtobufFixture.reference;
import static io.nrtstreams.sql.format.protobuf.ProtobufFixture.registryWith;
import static io.nrtstreams.sql.format.protobuf.ProtobufFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.format.Format.Part;
import io.nrtstreams.sql.registry.InMemorySchemaRegistry;
import io.nrtstreams.sql.type.Column;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtobufInferenceTest {

    private static final String IMPORTS =
            "import 'google/protobuf/timestamp.proto'; import \"google/protobuf/wrappers.proto\";"
                    + "import 'google/type/date.proto'; import 'google/type/timeofday.proto';"
                    + "import 'confluent/meta.proto'; import 'confluent/type/decimal.proto';";

    private static String inferred(InMemorySchemaRegistry registry, Map<String, String> properties) {
        return new ProtobufFormat(registry)
                .columns(with(properties), Part.VALUE, "t").stream()
                        .map(Column::toString)
                        .collect(Collectors.joining(", "));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "int32 f = 1; | `F` INTEGER",
                "sint32 f = 1; | `F` INTEGER",
                "sfixed32 f = 1; | `F` INTEGER",
                "uint32 f = 1; | `F` BIGINT",
                "fixed32 f = 1; | `F` BIGINT",
                "int64 f = 1; | `F` BIGINT",
                "uint64 f = 1; | `F` BIGINT",
                "float f = 1; | `F` DOUBLE",
                "double f = 1; | `F` DOUBLE",
                "bool f = 1; | `F` BOOLEAN",
                "string f = 1; | `F` STRING",
                "bytes f = 1; | `F` BYTES",
                "optional int32 f = 1; | `F` INTEGER",
                "enum E { A = 0; } E f = 1; | `F` STRING",
                "repeated string f = 1; | `F` ARRAY<STRING>",
                "map<string, int64> f = 1; | `F` MAP<STRING, BIGINT>",
                "message MEntry { string key = 1; double value = 2; } repeated MEntry f = 1; | `F` MAP<STRING, DOUBLE>",
                "message P { int32 x = 1; } P f = 1; | `F` STRUCT<`X` INTEGER>",
                "message P { int32 x = 1; } repeated P f = 1; | `F` ARRAY<STRUCT<`X` INTEGER>>",
                "google.protobuf.Timestamp f = 1; | `F` TIMESTAMP",
                "google.type.Date f = 1; | `F` DATE",
                "google.type.TimeOfDay f = 1; | `F` TIME",
                "google.protobuf.StringValue f = 1; | `F` STRING",
                "google.protobuf.UInt32Value f = 1; | `F` BIGINT",
                "confluent.type.Decimal f = 1 [(confluent.field_meta) = { params: [{ value: '4', key: 'precision' },"
                        + " { value: '2', key: 'scale' }]}]; | `F` DECIMAL(4, 2)",
                "confluent.type.Decimal f = 1 [(confluent.field_meta).params = { key: 'precision' value: '9' },"
                        + " (confluent.field_meta).params = { key: 'scale', value: '1' }]; | `F` DECIMAL(9, 1)",
                "confluent.type.Decimal f = 1; | `F` DECIMAL(38, 0)",
                "int32 f = 1; oneof o { int32 a = 2; string b = 3; } | `F` INTEGER, `O_0` STRUCT<`A` INTEGER, `B` STRING>",
                "int32 f = 1; M self = 2; | `F` INTEGER",
                "int32 f = 1; map<int32, string> m = 2; | `F` INTEGER",
            })
    void aFieldGivesAColumn(String fields, String columns) {
        String schema = "syntax = 'proto3'; " + IMPORTS + " message M { " + fields + " }";

        ProtobufFormat format = new ProtobufFormat(registryWith(1, schema));
        List<Column> pinned = format.columns(with("SCHEMA_ID", "1"), Part.VALUE, "t");

        assertThat(inferred(registryWith(1, schema), Map.of())).isEqualTo(columns);
        assertThatCode(() -> format.validate(with("SCHEMA_ID", "1"), pinned, Part.VALUE))
                .doesNotThrowAnyException();
    }

    @Test
    void namesStayAsTheyAreInTheSchemaOfAnId() {
        InMemorySchemaRegistry registry = registryWith(7, "syntax = 'proto3'; message M { int32 aB = 1; }");

        assertThat(inferred(registry, Map.of("SCHEMA_ID", "7"))).isEqualTo("`aB` INTEGER");
    }

    @Test
    void theFullNameChoosesTheMessage() {
        InMemorySchemaRegistry registry = registryWith(
                7,
                "syntax = 'proto3'; package p.q; message A { int32 a = 1; message In { bool i = 1; } } message B { string b = 1; }");

        assertThat(inferred(registry, Map.of())).isEqualTo("`A` INTEGER");
        assertThat(inferred(registry, Map.of("SCHEMA_FULL_NAME", "p.q.B"))).isEqualTo("`B` STRING");
        assertThat(inferred(registry, Map.of("SCHEMA_FULL_NAME", "p.q.A.In"))).isEqualTo("`I` BOOLEAN");
        assertThatThrownBy(() -> inferred(registry, Map.of("SCHEMA_FULL_NAME", "p.q.C")))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("topic t has no message p.q.C")
                .hasMessageContaining("Did you mean p.q.");
    }

    @Test
    void importsComeFromTheReferences() {
        InMemorySchemaRegistry registry = registryWith(
                7,
                "syntax = 'proto3'; import 'a.proto'; message M { x.A a = 1; x.Kind k = 2; }",
                reference(
                        "a.proto",
                        "syntax = 'proto3'; package x; import public 'b.proto'; message A { B b = 1; }",
                        reference(
                                "b.proto",
                                "syntax = 'proto3'; package x; message B { int32 n = 1; } enum Kind { NONE = 0; }")));

        assertThat(inferred(registry, Map.of())).isEqualTo("`A` STRUCT<`B` STRUCT<`N` INTEGER>>, `K` STRING");
    }

    @Test
    void anImportThatIsNoReferenceIsRefused() {
        InMemorySchemaRegistry registry =
                registryWith(7, "syntax = 'proto3'; import 'a.proto'; message M { A a = 1; }");

        assertThatThrownBy(() -> inferred(registry, Map.of()))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("the import a.proto is not among the schema's references");
    }

    @Test
    void aSubjectWithoutSchemaIsRefused() {
        assertThatThrownBy(() -> new ProtobufFormat(new InMemorySchemaRegistry()).columns(PROTOBUF, Part.KEY, "t"))
                .isInstanceOf(SqlException.class)
                .hasMessage(
                        "No schema is registered for subject t-key; declare the columns, register a schema, or name "
                                + "one with KEY_SCHEMA_ID");
    }

    @Test
    void fieldsThatDifferInCaseOnlyAreRefused() {
        InMemorySchemaRegistry registry = registryWith(7, "syntax = 'proto3'; message M { int32 a = 1; int32 A = 2; }");

        assertThatThrownBy(() -> inferred(registry, Map.of()))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("several fields named A in different cases");
        assertThat(inferred(registry, Map.of("SCHEMA_ID", "7"))).isEqualTo("`a` INTEGER, `A` INTEGER");
    }

    @Test
    void whatTheColumnsAreWrittenAsGivesTheColumnsBack() {
        ProtobufFormat format = new ProtobufFormat(new InMemorySchemaRegistry());
        List<Column> columns = AllTypes.columns();

        format.register(PROTOBUF, columns, Part.VALUE, "t");

        assertThat(format.columns(PROTOBUF, Part.VALUE, "t")).isEqualTo(columns);
    }
}
