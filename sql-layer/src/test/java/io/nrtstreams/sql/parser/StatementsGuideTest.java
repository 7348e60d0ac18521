package io.nrtstreams.sql.parser;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.sql.tree.Statement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guide of statements, docs/sql/statements.md, is true. */
class StatementsGuideTest {

    private static final Pattern EXAMPLE = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);

    private final String guide = read();

    private static String read() {
        try {
            return Files.readString(Path.of(System.getProperty("nrt.home"), "docs/sql/statements.md"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    @Test
    void itsExamplesAreReadAndShowEveryKindOfStatement() {
        SqlParser parser = new SqlParser();

        List<Class<?>> shown = EXAMPLE.matcher(guide)
                .results()
                .map(MatchResult::group)
                .map(block -> block.substring("```sql".length(), block.length() - "```".length()))
                .flatMap(block -> parser.parse(block).stream())
                .<Class<?>>map(parsed -> parsed.statement().getClass())
                .distinct()
                .toList();

        assertThat(Stream.of(Statement.class.getPermittedSubclasses())).isSubsetOf(shown);
    }

    @Test
    void itNamesTheReservedWords() {
        String reserved = String.join(
                " ",
                Words.all().stream()
                        .filter(word -> Words.RESERVED.contains(Words.type(word).orElseThrow()))
                        .toList());

        assertThat(guide).contains(": " + reserved + " |");
    }
}
