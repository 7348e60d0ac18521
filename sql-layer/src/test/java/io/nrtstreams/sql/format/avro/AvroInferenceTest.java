package io.nrtstreams.sql.format.avro;

import static io.nrtstreams.sql.format.avro.AvroFixture.AVRO;
import static io.nrtstreams.sql.format.avro.AvroFixture.UNWRAPPED;
import static io.nrtstreams.sql.format.avro.AvroFixture.avro;
import static io.nrtstreams.sql.format.avro.AvroFixture.registryWith;
import static io.nrtstreams.sql.format.avro.AvroFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.format.Format.Part;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.registry.InMemorySchemaRegistry;
import io.nrtstreams.sql.registry.SchemaRegistry.Kind;
import io.nrtstreams.sql.registry.SchemaRegistry.Reference;
import io.nrtstreams.sql.registry.SchemaRegistry.SchemaText;
import io.nrtstreams.sql.type.Column;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvroInferenceTest {

    private static String inferred(InMemorySchemaRegistry registry, FormatSpec spec, Part part) {
        return new AvroFormat(registry)
                .columns(spec, part, "t").stream().map(Column::toString).collect(Collectors.joining(", "));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\'',
            value = {
                "\"boolean\"; `F` BOOLEAN",
                "\"int\"; `F` INTEGER",
                "\"long\"; `F` BIGINT",
                "\"float\"; `F` DOUBLE",
                "\"double\"; `F` DOUBLE",
                "\"string\"; `F` STRING",
                "\"bytes\"; `F` BYTES",
                "{\"type\":\"fixed\",\"name\":\"x\",\"size\":3}; `F` BYTES",
                "{\"type\":\"enum\",\"name\":\"x\",\"symbols\":[\"A\"]}; `F` STRING",
                "{\"type\":\"string\",\"logicalType\":\"uuid\"}; `F` STRING",
                "{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":4,\"scale\":2}; `F` DECIMAL(4, 2)",
                "{\"type\":\"fixed\",\"name\":\"x\",\"size\":9,\"logicalType\":\"decimal\",\"precision\":9}; `F` DECIMAL(9, 0)",
                "{\"type\":\"int\",\"logicalType\":\"date\"}; `F` DATE",
                "{\"type\":\"int\",\"logicalType\":\"time-millis\"}; `F` TIME",
                "{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}; `F` TIMESTAMP",
                "{\"type\":\"long\",\"logicalType\":\"timestamp-micros\"}; `F` BIGINT",
                "{\"type\":\"array\",\"items\":[\"null\",\"int\"]}; `F` ARRAY<INTEGER>",
                "{\"type\":\"map\",\"values\":\"int\"}; `F` MAP<STRING, INTEGER>",
                "{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"x\",\"connect.internal.type\":\"MapEntry\",\"fields\":"
                        + "[{\"name\":\"key\",\"type\":\"string\"},{\"name\":\"value\",\"type\":\"int\"}]}}; `F` MAP<STRING, INTEGER>",
                "{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"x\",\"fields\":"
                        + "[{\"name\":\"key\",\"type\":\"string\"},{\"name\":\"value\",\"type\":\"int\"}]}}; "
                        + "`F` ARRAY<STRUCT<`KEY` STRING, `VALUE` INTEGER>>",
                "{\"type\":\"record\",\"name\":\"x\",\"fields\":[{\"name\":\"a\",\"type\":\"int\"}]}; `F` STRUCT<`A` INTEGER>",
                "[\"null\",\"long\"]; `F` BIGINT",
                "[\"string\",\"null\"]; `F` STRING",
                "[\"null\",\"int\",\"string\"]; `F` STRUCT<`INT` INTEGER, `STRING` STRING>",
                "[\"int\",{\"type\":\"record\",\"name\":\"x\",\"fields\":[{\"name\":\"a\",\"type\":\"int\"}]}]; "
                        + "`F` STRUCT<`INT` INTEGER, `X` STRUCT<`A` INTEGER>>",
                "\"null\"; ''",
                "[\"null\",\"r\"]; ''",
                "{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":60}; ''",
            })
    void aFieldGivesAColumn(String type, String column) {
        String schema = "{\"type\":\"record\",\"name\":\"r\",\"fields\":[{\"name\":\"f\",\"type\":" + type + "}]}";

        assertThat(inferred(registryWith(1, schema), AVRO, Part.VALUE)).isEqualTo(column);
        assertThatCode(() -> readAndWritten(registryWith(1, schema))).doesNotThrowAnyException();
    }

    /** A source by the schema's id is declared over what its columns are inferred from. */
    private static void readAndWritten(InMemorySchemaRegistry registry) {
        AvroFormat format = new AvroFormat(registry);
        FormatSpec pinned = with("SCHEMA_ID", "1");
        List<Column> columns = format.columns(pinned, Part.VALUE, "t");
        format.validate(pinned, columns, Part.VALUE);
        format.codec(pinned, columns, Part.VALUE, "t");
    }

    @Test
    void namesStayAsTheyAreInTheSchemaOfAnId() {
        InMemorySchemaRegistry registry =
                registryWith(7, "{\"type\":\"record\",\"name\":\"r\",\"fields\":[{\"name\":\"aB\",\"type\":\"int\"}]}");

        assertThat(inferred(registry, with("SCHEMA_ID", "7"), Part.VALUE)).isEqualTo("`aB` INTEGER");
    }

    @Test
    void aKeyIsOneColumn() {
        InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
        registry.register(
                "t-key", avro("{\"type\":\"record\",\"name\":\"r\",\"fields\":[{\"name\":\"k\",\"type\":\"int\"}]}"));

        assertThat(inferred(registry, AVRO, Part.KEY)).isEqualTo("`ROWKEY` STRUCT<`K` INTEGER>");
    }

    @Test
    void aValueThatStandsAloneIsOneColumn() {
        assertThat(inferred(registryWith(1, "\"double\""), UNWRAPPED, Part.VALUE))
                .isEqualTo("`ROWVAL` DOUBLE");
    }

    @Test
    void aValueWithoutRecordHasToStandAlone() {
        assertThatThrownBy(() -> inferred(registryWith(1, "\"double\""), AVRO, Part.VALUE))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("topic t has double instead of a record")
                .hasMessageContaining("WRAP_SINGLE_VALUE = false");
    }

    @Test
    void namedTypesComeFromTheReferences() {
        InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
        SchemaText point =
                avro("{\"type\":\"record\",\"name\":\"p.P\",\"fields\":[{\"name\":\"x\",\"type\":\"int\"}]}");
        registry.register(
                "t-value",
                new SchemaText(
                        Kind.AVRO,
                        "{\"type\":\"record\",\"name\":\"r\",\"fields\":[{\"name\":\"f\",\"type\":\"p.P\"}]}",
                        List.of(new Reference("p.P", point))));

        assertThat(inferred(registry, AVRO, Part.VALUE)).isEqualTo("`F` STRUCT<`X` INTEGER>");
    }

    @Test
    void theSchemaOfAnIdMustBeThereAndOfTheFormat() {
        InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
        registry.register("t-value", 5, new SchemaText(Kind.JSON, "{}", List.of()));

        assertThatThrownBy(() -> inferred(registry, with("SCHEMA_ID", "6"), Part.VALUE))
                .hasMessage("VALUE_SCHEMA_ID = 6: the schema registry has no schema of this id.");
        assertThatThrownBy(() -> inferred(registry, with("SCHEMA_ID", "5"), Part.VALUE))
                .hasMessageContaining("VALUE_SCHEMA_ID = 5 holds a schema of JSON, which AVRO cannot read");
        assertThatThrownBy(() -> inferred(registry, with("SCHEMA_ID", "x"), Part.KEY))
                .hasMessage("KEY_SCHEMA_ID must be a whole number: a schema's id in the registry.");
        assertThatThrownBy(() -> inferred(registry, AVRO, Part.VALUE))
                .hasMessageContaining("subject t-value holds a schema of JSON");
    }
}
