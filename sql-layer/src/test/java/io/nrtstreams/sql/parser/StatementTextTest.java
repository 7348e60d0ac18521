package io.nrtstreams.sql.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatementTextTest {

    private final SqlParser parser = new SqlParser();

    private List<String> texts(String script) {
        return parser.split(script).stream().map(StatementText::text).toList();
    }

    @Test
    void statementsEndAtSemicolonsThatAreNoPartOfSomethingElse() {
        assertThat(texts("A 'x;y' -- z;\n; ;\n B /* ; */ \"c;d\";E"))
                .containsExactly("A 'x;y' -- z;\n;", "B /* ; */ \"c;d\";", "E");
    }

    @Test
    void theirPlacesAreThoseOfTheirFirstWords() {
        StatementText second = parser.split("A;\n  -- note\n  B;").get(1);

        assertThat(second.position()).hasToString("3:3");
        assertThat(second.text()).isEqualTo("B;");
    }

    @Test
    void theLastOneMayNotBeEnded() {
        assertThat(parser.split("A; B")).extracting(StatementText::ended).containsExactly(true, false);
        assertThat(parser.split("A 'x;")).extracting(StatementText::ended).containsExactly(false);
        assertThat(parser.split("A /* ;")).extracting(StatementText::ended).containsExactly(false);
        assertThat(parser.split(" -- nothing")).isEmpty();
    }

    @Test
    void theWordsOfTheLanguageAreKnown() {
        assertThat(SqlParser.keywords())
                .contains("SELECT", "CONNECTOR", "TUMBLING")
                .doesNotContain(";", "IDENTIFIER");
    }
}
