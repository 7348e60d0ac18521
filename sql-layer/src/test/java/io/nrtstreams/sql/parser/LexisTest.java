package io.nrtstreams.sql.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.sql.tree.Position;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexisTest {

    private final SqlParser parser = new SqlParser();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timestamp",
                "date",
                "time",
                "key",
                "value",
                "window",
                "size",
                "total",
                "source",
                "changes",
                "count",
                "day",
                "days",
                "type",
                "types",
                "topic",
                "stream",
                "table",
                "id",
                "values",
                "limit",
                "emit",
                "partition",
                "header",
                "headers",
                "offset",
                "zone",
                "map",
                "struct",
                "final",
                "list",
                "show",
                "set",
                "query",
                "model",
                "if",
                "exists",
                "replace",
                "primary",
                "session",
                "grace",
                "within",
                "interval",
                "double",
                "decimal"
            })
    void manyWordsOfTheLanguageAreNamesToo(String word) {
        String text = "SELECT %1$s, %1$s.%1$s AS %1$s, %1$s->%1$s FROM %1$s WHERE %1$s + 1 > -%1$s GROUP BY %1$s";

        String formatted =
                SqlFormatter.format(parser.parse(text.formatted(word)).get(0).statement());

        assertThat(formatted).isEqualTo(text.formatted(NameFormat.name(word.toUpperCase(Locale.ROOT))));
        assertThat(parser.parse("CREATE STREAM " + word + " (" + word + " INT KEY) WITH (" + word + " = 1);"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', delimiterString = "=>>", textBlock = """
                    Kwh            =>> KWH
                    `Kwh`          =>> `Kwh`
                    "Kwh"          =>> `Kwh`
                    `KWH`          =>> KWH
                    `a``b`         =>> `a``b`
                    "a""b"         =>> `a"b`
                    `select`       =>> `select`
                    `SELECT`       =>> `SELECT`
                    _x@1           =>> _X@1
                    1st            =>> `1ST`
                    a.end          =>> A.`END`
                    a->select      =>> A->`SELECT`
                    """)
    void namesAreUpperCaseUnlessQuoted(String text, String formatted) {
        assertThat(SqlFormatter.format(parser.parseExpression(text))).isEqualTo(formatted);
    }

    @Test
    void commentsAreLeftOut() {
        String text = "SELECT a --, b;\n/* ; ' */ , /**/ c /* x **/ FROM s --@ last";

        assertThat(SqlFormatter.format(parser.parse(text).get(0).statement())).isEqualTo("SELECT A, C FROM S");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>>", textBlock = """
                    int                         =>> INT
                    VARCHAR(STRING)             =>> VARCHAR
                    decimal(5)                  =>> DECIMAL(5, 0)
                    Array<Map<string,bigint>>   =>> ARRAY<MAP<STRING, BIGINT>>
                    STRUCT<>                    =>> STRUCT<>
                    STRUCT<from DATE,`to` TIME> =>> STRUCT<`FROM` DATE, `to` TIME>
                    `Reading`                   =>> `Reading`
                    """)
    void typesAreReadAndWrittenBack(String text, String formatted) {
        assertThat(SqlFormatter.format(parser.parseType(text))).isEqualTo(formatted);
        assertThat(parser.parseType(formatted)).isEqualTo(parser.parseType(text));
    }

    @Test
    void aScriptIsCutAtItsSemicolons() {
        String script = ";; SHOW TABLES;\n  PRINT 'a;b' ; -- ;\n SELECT `;` FROM s";

        assertThat(parser.parse(script))
                .extracting(ParsedStatement::text)
                .containsExactly("SHOW TABLES;", "PRINT 'a;b' ;", "SELECT `;` FROM s");
        assertThat(parser.parse(script).get(1).position())
                .extracting(Position::line, Position::column)
                .containsExactly(2, 3);
        assertThat(parser.parse(" -- nothing\n;")).isEmpty();
    }
}
