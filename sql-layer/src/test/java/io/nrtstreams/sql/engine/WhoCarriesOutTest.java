package io.nrtstreams.sql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.parser.SqlParser;
import io.nrtstreams.sql.tree.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of statements in docs/sql/README.md is true: its statements are carried out one after the other. */
class WhoCarriesOutTest {

    private static final Pattern ROW =
            Pattern.compile("^\\| `(?<statement>.*;)` \\| (?<outcome>\\w+) \\| (?<host>.*?) ?\\|$", Pattern.MULTILINE);

    private static final Set<String> DONE_BY_THE_ENGINE = Set.of("Declared", "Done", "Listing", "Text");

    private final List<MatchResult> rows = rows();

    private static List<MatchResult> rows() {
        try {
            String page = Files.readString(Path.of(System.getProperty("nrt.home"), "docs/sql/README.md"));
            return ROW.matcher(page).results().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void theEngineGivesForEachStatementWhatTheTableTells() {
        Engine engine = Engine.create(
                FunctionRegistry.builtIn(),
                Formats.withoutRegistry(),
                new InMemoryTopics(),
                () -> java.time.Instant.ofEpochMilli(1000));
        List<String> told = new ArrayList<>();
        List<String> given = new ArrayList<>();

        for (MatchResult row : rows) {
            Outcome outcome = engine.execute(row.group(1), Map.of()).get(0);
            told.add(row.group(1) + " " + row.group(2));
            given.add(row.group(1) + " " + outcome.getClass().getSimpleName());
        }

        assertThat(given).isNotEmpty().isEqualTo(told);
    }

    @Test
    void onlyWhatTheEngineDoesNotFinishIsLeftToAHost() {
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.group(3).isEmpty())
                        .as(row.group(1))
                        .isEqualTo(DONE_BY_THE_ENGINE.contains(row.group(2))));
    }

    @Test
    void everyKindOfStatementIsThere() {
        SqlParser parser = new SqlParser();
        Set<Class<?>> kinds = new HashSet<>();
        Set<Statement.Show.What> shown = new HashSet<>();
        for (MatchResult row : rows) {
            Statement statement = parser.parse(row.group(1)).get(0).statement();
            kinds.add(statement.getClass());
            if (statement instanceof Statement.Show show) {
                shown.add(show.what());
            }
        }

        assertThat(Stream.<Class<?>>of(Statement.class.getPermittedSubclasses()))
                .isSubsetOf(kinds);
        assertThat(shown).containsExactlyInAnyOrder(Statement.Show.What.values());
    }
}
