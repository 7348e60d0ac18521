package io.nrtstreams.sql.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of the guides are true: the blocks of SQL are run in their order, and the texts after them come out. */
class GuideTest {

    private static final Pattern BLOCK = Pattern.compile("```(sql|text)\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"models.md", "joins.md"})
    void theExamplesComeOutAsTold(String page) throws IOException {
        Path file = Path.of(System.getProperty("nrt.home", ".."))
                .resolve("docs/sql")
                .resolve(page);
        Matcher block = BLOCK.matcher(Files.readString(file));
        Session session = new Session();
        Outcome last = new Outcome.Done("");
        int texts = 0;
        while (block.find()) {
            if (block.group(1).equals("sql")) {
                last = session.run(block.group(2));
            } else {
                texts++;
                compare(session, last, block.group(2).lines().toList());
            }
        }
        assertThat(texts).as("the number of results on the page").isGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(strings = "formats.md")
    void theStatementsAreCarriedOutEachByItself(String page) throws IOException {
        Matcher block =
                BLOCK.matcher(Files.readString(Path.of(System.getProperty("nrt.home", ".."), "docs/sql", page)));
        List<Outcome> outcomes = new ArrayList<>();
        while (block.find()) {
            outcomes.add(new Session().run(block.group(2)));
        }
        assertThat(outcomes).isNotEmpty().allMatch(outcome -> outcome instanceof Outcome.Declared);
    }

    private static void compare(Session session, Outcome last, List<String> lines) {
        if (last instanceof Outcome.Listing listing) {
            assertThat(listing.rows()).map(row -> String.join(" | ", row)).isEqualTo(lines);
            return;
        }
        Map<String, List<String>> told = new LinkedHashMap<>();
        for (String line : lines) {
            String[] parts = line.split(": ", 2);
            told.computeIfAbsent(parts[0], topic -> new ArrayList<>()).add(parts[1]);
        }
        told.forEach((topic, records) -> assertThat(session.records(topic)).isEqualTo(records));
    }
}
