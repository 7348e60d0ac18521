package io.nrtstreams.sql.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.analysis.SourceOptions.Place;
import io.nrtstreams.sql.catalog.DataSource;
import io.nrtstreams.sql.expression.TypeResolver;
import io.nrtstreams.sql.format.Format;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.format.registry.RegistryFormats;
import io.nrtstreams.sql.parser.SqlParser;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.registry.InMemorySchemaRegistry;
import io.nrtstreams.sql.registry.SchemaRegistry.Kind;
import io.nrtstreams.sql.registry.SchemaRegistry.SchemaText;
import io.nrtstreams.sql.tree.Statement.CreateSource;
import io.nrtstreams.sql.type.Column;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceAnalyserTest {

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    private final Map<String, String> properties = new HashMap<>();

    private DataSource declared(String text) {
        CreateSource statement =
                (CreateSource) new SqlParser().parse(text).get(0).statement();
        Formats formats =
                Formats.withoutRegistry().with(RegistryFormats.of(registry).toArray(Format[]::new));
        return new SourceAnalyser(formats, new TypeResolver(Map.of())::resolve, properties)
                .analyse(statement, SourceOptions.parse(statement.properties(), Place.SOURCE), 2, text);
    }

    private DataSource stream(String columns, String with) {
        return declared("CREATE STREAM s " + columns + " WITH (KAFKA_TOPIC='t'" + with + ");");
    }

    private static List<String> names(List<Column> columns) {
        return columns.stream().map(Column::toString).toList();
    }

    @Test
    void keysAreInKafkasFormatUnlessTold() {
        DataSource source = stream("(k STRING KEY, a INT)", ", VALUE_FORMAT='JSON'");
        assertThat(source.layout().keyFormat()).isEqualTo(FormatSpec.of("KAFKA"));
        assertThat(source.layout().valueFormat()).isEqualTo(FormatSpec.of("JSON"));
        assertThat(source.partitions()).isEqualTo(2);
    }

    @Test
    void theSessionHasFormatsForWhatIsNotTold() {
        properties.put("ksql.persistence.default.format.key", "JSON");
        properties.put("ksql.persistence.default.format.value", "DELIMITED");
        DataSource source = stream("(k STRING KEY, a INT)", "");
        assertThat(source.layout().keyFormat().name()).isEqualTo("JSON");
        assertThat(source.layout().valueFormat().name()).isEqualTo("DELIMITED");
        assertThat(stream("(a INT)", ", VALUE_FORMAT='JSON'")
                        .layout()
                        .valueFormat()
                        .name())
                .isEqualTo("JSON");
    }

    @Test
    void theSessionWrapsSingleValuesWhereTheFormatCan() {
        properties.put("ksql.persistence.wrap.single.values", "false");
        assertThat(stream("(a INT)", ", VALUE_FORMAT='JSON'")
                        .layout()
                        .valueFormat()
                        .wrapSingle())
                .contains(false);
        assertThat(stream("(a INT, b INT)", ", VALUE_FORMAT='JSON'")
                        .layout()
                        .valueFormat()
                        .wrapSingle())
                .isEmpty();
        assertThat(stream("(a INT)", ", VALUE_FORMAT='JSON', WRAP_SINGLE_VALUE=true")
                        .layout()
                        .valueFormat()
                        .wrapSingle())
                .contains(true);
        properties.put("ksql.persistence.wrap.single.values", "true");
        assertThat(stream("(a INT)", ", VALUE_FORMAT='KAFKA'")
                        .layout()
                        .valueFormat()
                        .wrapSingle())
                .isEmpty();
    }

    @Test
    void columnsNotDeclaredAreThoseOfTheRegisteredSchema() {
        String schema = "{\"type\":\"record\",\"name\":\"r\",\"fields\":[{\"name\":\"kwh\",\"type\":\"double\"}]}";
        int id = registry.register("t-value", new SchemaText(Kind.AVRO, schema, List.of()));
        assertThat(names(stream("(k STRING KEY)", ", VALUE_FORMAT='AVRO'")
                        .schema()
                        .value()))
                .containsExactly("`KWH` DOUBLE");
        assertThat(names(stream("(k STRING KEY)", ", VALUE_FORMAT='AVRO', VALUE_SCHEMA_ID=" + id)
                        .schema()
                        .value()))
                .containsExactly("`kwh` DOUBLE");
        assertThatThrownBy(() -> stream("(a INT)", ", VALUE_FORMAT='AVRO', VALUE_SCHEMA_ID=" + id))
                .isInstanceOf(SqlException.class)
                .hasMessage(
                        "line 1, column 1: VALUE_SCHEMA_ID names a schema, and columns of the value are declared too."
                                + " Leave one out.");
        assertThatThrownBy(() -> declared("CREATE STREAM s WITH (KAFKA_TOPIC='other', VALUE_FORMAT='AVRO');"))
                .hasMessageContaining("line 1, column 1: No schema is registered for subject other-value");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            (a INT)                              |                                          | VALUE_FORMAT is missing
            (a INT)                              | , VALUE_FORMAT='JASON'                   | There is no format JASON; the formats are
            (a INT, a INT)                       | , VALUE_FORMAT='JSON'                    | line 1, column 25: There are two columns A; rename or remove one.
            (a INT KEY, a INT)                   | , VALUE_FORMAT='JSON'                    | There are two columns A
            (rowtime BIGINT)                     | , VALUE_FORMAT='JSON'                    | The name ROWTIME is taken by a pseudo column
            (k INT PRIMARY KEY, a INT)           | , VALUE_FORMAT='JSON'                    | The key column K of a stream is written KEY, not PRIMARY KEY
            (k MAP<STRING, INT> KEY, a INT)      | , FORMAT='JSON'                          | a key cannot hold a MAP
            (k ARRAY<MAP<STRING, INT>> KEY, a INT) | , FORMAT='JSON'                        | a key cannot hold a MAP
            (k STRUCT<x MAP<STRING, INT>> KEY, a INT) | , FORMAT='JSON'                     | a key cannot hold a MAP
            (k INT KEY, l INT KEY, a INT)        | , VALUE_FORMAT='JSON'                    | The key has 2 columns, and KAFKA holds only one.
            (k INT KEY, a INT)                   | , KEY_FORMAT='NONE', VALUE_FORMAT='JSON' | KEY_FORMAT NONE holds no columns, but K is a key column.
            (a INT, b INT)                       | , VALUE_FORMAT='KAFKA'                   | The value has 2 columns, and KAFKA holds only one.
            (a BOOLEAN)                          | , VALUE_FORMAT='KAFKA'                   | BOOLEAN
            (a ARRAY<INT>)                       | , VALUE_FORMAT='DELIMITED'               | ARRAY
            (a INT, b INT)                       | , VALUE_FORMAT='JSON', WRAP_SINGLE_VALUE=false | WRAP_SINGLE_VALUE is for values of one column, and this one has 2.
            (a INT)                              | , VALUE_FORMAT='KAFKA', WRAP_SINGLE_VALUE=true | KAFKA does not allow WRAP_SINGLE_VALUE=true.
            (a INT)                              | , VALUE_FORMAT='JSON', VALUE_DELIMITER=';' | DELIMITER
            (a INT)                              | , VALUE_FORMAT='JSON', WINDOW_TYPE='SESSION' | WINDOW_TYPE says that keys are windowed, but there is no key column.
            (a INT)                              | , VALUE_FORMAT='JSON', TIMESTAMP='b'     | TIMESTAMP names the column B, which there is not.
            (a INT)                              | , VALUE_FORMAT='JSON', TIMESTAMP='a'     | The column A cannot be the TIMESTAMP: its type is INTEGER.
            (a STRING)                           | , VALUE_FORMAT='JSON', TIMESTAMP='a'     | The TIMESTAMP column A is a STRING and needs TIMESTAMP_FORMAT
            (a BIGINT)                           | , VALUE_FORMAT='JSON', TIMESTAMP='a', TIMESTAMP_FORMAT='yyyy' | TIMESTAMP_FORMAT is for STRING columns
            (h STRING HEADER('x'), a INT)        | , VALUE_FORMAT='JSON'                    | filled from headers, so its type must be BYTES.
            (h BYTES HEADERS, a INT)             | , VALUE_FORMAT='JSON'                    | filled from headers, so its type must be ARRAY
            (h BYTES HEADER('x'), i BYTES HEADER('x')) | , VALUE_FORMAT='JSON'              | The header 'x' already fills the column H.
            (a NOTYPE)                           | , VALUE_FORMAT='JSON'                    | NOTYPE
            """)
    void whatCannotBeAStreamIsRefused(String columns, String with, String message) {
        assertThatThrownBy(() -> stream(columns, with == null ? "" : with))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aTableNeedsAPrimaryKey() {
        String with = " WITH (KAFKA_TOPIC='t', VALUE_FORMAT='JSON');";
        assertThatThrownBy(() -> declared("CREATE TABLE t (a INT)" + with))
                .hasMessageContaining("The table T has no key: write PRIMARY KEY after the type of its key column.");
        assertThatThrownBy(() -> declared("CREATE TABLE t (k INT KEY, a INT)" + with))
                .hasMessageContaining("The key column K of a table is written PRIMARY KEY, not KEY.");
        assertThatThrownBy(() -> declared("CREATE STREAM t" + with))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining(
                        "T has no columns: list them after its name, or use a format whose schema is in a registry");
        assertThat(declared("CREATE TABLE t (k INT PRIMARY KEY, a INT)" + with).isTable())
                .isTrue();
    }
}
