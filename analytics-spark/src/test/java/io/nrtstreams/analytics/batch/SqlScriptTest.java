package io.nrtstreams.analytics.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SqlScriptTest {
    static List<Arguments> scripts() {
        return List.of(
                Arguments.of("", List.of()),
                Arguments.of(" ; ;\n", List.of()),
                Arguments.of("SELECT 1", List.of("SELECT 1")),
                Arguments.of("SELECT 1;\nSELECT 2;", List.of("SELECT 1", "SELECT 2")),
                Arguments.of("SELECT ';' ; SELECT `a;b`", List.of("SELECT ';'", "SELECT `a;b`")),
                Arguments.of("SELECT 'it\\'s; so'; SELECT 2", List.of("SELECT 'it\\'s; so'", "SELECT 2")),
                Arguments.of(
                        "-- what; for\nSELECT 1 -- not; here\n; SELECT 2",
                        List.of("SELECT 1 -- not; here", "SELECT 2")),
                Arguments.of("/* a; b */ SELECT /* ; */ 1", List.of("SELECT /* ; */ 1")),
                Arguments.of("SELECT 1; -- the end; truly", List.of("SELECT 1")),
                Arguments.of("SELECT 'open ; end", List.of("SELECT 'open ; end")));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void statementsEndAtSemicolonsThatStandAlone(String script, List<String> statements) {
        assertThat(SqlScript.statements(script)).isEqualTo(statements);
    }
}
