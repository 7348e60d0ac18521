package io.nrtstreams.sql.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.Schema;
import io.nrtstreams.sql.type.SqlTypes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            K            | STRING key
            I            | INTEGER 7
            ROWTIME      | BIGINT 1709164800000
            ROWPARTITION | INTEGER 3
            ROWOFFSET    | BIGINT 42
            WINDOWSTART  | BIGINT 1000
            WINDOWEND    | BIGINT 2000
            HS[2]->KEY   | STRING other
            """)
    void isReadFromItsPlace(String sql, String expected) {
        assertThat(SampleRow.typed(sql)).isEqualTo(expected);
    }

    @Test
    void ofAHeaderIsItsLastValue() {
        assertThat(SampleRow.value("H")).isEqualTo(StandardCharsets.UTF_8.encode("3"));
    }

    @Test
    void isNullWhereTheRowHasNoSuchPlace() {
        Row bare = new Row(new Object[] {"key"}, null, null, null, 5, null);

        for (String sql : List.of("I", "ROWPARTITION", "ROWOFFSET", "WINDOWSTART", "WINDOWEND", "H")) {
            assertThat(SampleRow.compile(sql).evaluate(bare)).as(sql).isNull();
        }
        assertThat(SampleRow.compile("HS").evaluate(bare)).isEqualTo(List.of());
        assertThat(SampleRow.compile("ROWTIME").evaluate(bare)).isEqualTo(5L);
    }

    @Test
    void ofWindowsIsThereForWindowedKeysOnly() {
        Schema schema = Schema.of(List.of(), List.of(new Column("A", SqlTypes.STRING)));

        assertThatThrownBy(() -> SampleRow.compiler().compile(SampleRow.expression("WINDOWSTART"), Scopes.of(schema)))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("There is no column WINDOWSTART");
    }

    @Test
    void isNotKnownWhereOnlyConstantsAre() {
        ExpressionCompiler compiler =
                new ExpressionCompiler(io.nrtstreams.sql.function.FunctionRegistry.of(List.of()), Map.of());

        assertThat(compiler.compile(SampleRow.expression("1 + 1"), Scopes.none())
                        .evaluate(SampleRow.ROW))
                .isEqualTo(2);
        assertThatThrownBy(() -> compiler.compile(SampleRow.expression("A"), Scopes.none()))
                .hasMessageContaining("The column A cannot stand here, only constants can");
    }
}
