package io.nrtstreams.sql.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.tree.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VariablesTest {

    private static final Position START = new Position(1, 1);

    private static String substituted(String text) {
        return Variables.substitute(text, START, Map.of("topic", "energy", "Limit_1", "$5 \\ ${topic}"));
    }

    @Test
    void standForTheirValuesInNamesNumbersAndStrings() {
        assertThat(substituted("SELECT * FROM ${TOPIC}_raw WHERE t = '${topic}' LIMIT ${limit_1};"))
                .isEqualTo("SELECT * FROM energy_raw WHERE t = 'energy' LIMIT $5 \\ ${topic};");
    }

    @Test
    void areLeftAloneWhereEscaped() {
        assertThat(substituted("'$${topic} $ {topic} ${} $'")).isEqualTo("'${topic} $ {topic} ${} $'");
    }

    @Test
    void areLeftAloneInCommentsButNotInWhatOnlyLooksLikeOne() {
        assertThat(substituted(
                        "SELECT '-- ${topic}', `/*` -- ${x} '\n, /* ${y} ' */ '${topic} /*' \"'${topic}\" FROM s"))
                .isEqualTo("SELECT '-- energy', `/*` -- ${x} '\n, /* ${y} ' */ 'energy /*' \"'energy\" FROM s");
        assertThat(substituted("/* /* ${x}")).isEqualTo("/* /* ${x}");
    }

    @Test
    void mustBeDefined() {
        assertThatThrownBy(() -> substituted("SELECT 1\n FROM ${topik};"))
                .isInstanceOf(SqlException.class)
                .hasMessage("line 2, column 7: The variable topik is not defined. Did you mean topic? Define it with "
                        + "DEFINE topik = '...', or write $$ for a $ that is meant.");
    }

    @Test
    void canBeDefinedByAStatementForThoseAfterIt() {
        Map<String, String> variables = new HashMap<>();
        List<String> read = new ArrayList<>();
        Iterator<ParsedStatement> statements = new SqlParser()
                .read(
                        "DEFINE t = '''a;b'''; PRINT ${t}; DEFINE t = 'c'; PRINT ${t}; UNDEFINE t; PRINT ${t};",
                        variables);

        for (int i = 0; i < 5; i++) {
            ParsedStatement parsed = statements.next();
            read.add(parsed.text());
            if (parsed.statement() instanceof Statement.DefineVariable define) {
                variables.put(define.name(), define.value());
            } else if (parsed.statement() instanceof Statement.UndefineVariable undefine) {
                variables.remove(undefine.name());
            }
        }

        assertThat(read)
                .containsExactly("DEFINE t = '''a;b''';", "PRINT 'a;b';", "DEFINE t = 'c';", "PRINT c;", "UNDEFINE t;");
        assertThatThrownBy(statements::next)
                .isInstanceOf(SqlException.class)
                .hasMessageStartingWith("line 1, column 81: The variable t is not defined.");
        assertThat(statements).isExhausted();
    }

    @Test
    void cannotBringInFurtherStatements() {
        Iterator<ParsedStatement> statements =
                new SqlParser().read("PRINT ${t};", Map.of("t", "a; DROP STREAM energy"));

        assertThatThrownBy(statements::next)
                .isInstanceOf(SqlException.class)
                .hasMessageStartingWith("line 1, column 8: ; is not expected here.");
    }
}
