package io.nrtstreams.connect.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nrtstreams.connect.cleaning.rules.OperationKind;
import io.nrtstreams.connect.kit.docs.ConfigReference;
import io.nrtstreams.connect.kit.docs.GeneratedPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentationTest {
    private static final Path GUIDE = Path.of(System.getProperty("nrt.home"), "docs", "cleaning.md");
    private static final String OPERATIONS = "<!-- operations: written by the build from the code -->\n";
    private static final String END_OF_OPERATIONS = "<!-- end of operations -->";
    private static final Pattern JSON_BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

    @Test
    void theReferenceOfParseIsWhatTheCodeSays() {
        GeneratedPage.at("docs/reference/parse.md")
                .check(ConfigReference.markdown(
                        "Parse",
                        "`io.nrtstreams.connect.cleaning.Parse$Key` and `…Parse$Value` make a record with a declared"
                                + " schema of text. Keys stand after `transforms.<alias>.`; the guide is"
                                + " [Cleaning](../cleaning.md).",
                        Parse.CONFIG_DEF));
    }

    @Test
    void theReferenceOfCleanIsWhatTheCodeSays() {
        GeneratedPage.at("docs/reference/clean.md")
                .check(ConfigReference.markdown(
                        "Clean",
                        "`io.nrtstreams.connect.cleaning.Clean$Key` and `…Clean$Value` run rules over the fields of a"
                                + " record. Keys stand after `transforms.<alias>.`; the guide is"
                                + " [Cleaning](../cleaning.md).\n\nBeside the keys below, `field.<path>` holds the"
                                + " rules of one field, e.g. `field.location.name` = `require | trim`, and `check.<name>` a"
                                + " condition over the whole record, e.g. `check.range` = `low <= high else flag`; at"
                                + " least one of either is required. The operations are\n\n" + operations(),
                        Clean.CONFIG_DEF));
    }

    @Test
    void theReferenceOfDeduplicateIsWhatTheCodeSays() {
        GeneratedPage.at("docs/reference/deduplicate.md")
                .check(ConfigReference.markdown(
                        "Deduplicate",
                        "`io.nrtstreams.connect.cleaning.Deduplicate$Key` and `…Deduplicate$Value` take out records that equal"
                                + " an earlier one. Keys stand after `transforms.<alias>.`; the guide is"
                                + " [Cleaning](../cleaning.md#duplicates).",
                        Deduplicate.CONFIG_DEF));
    }

    @Test
    void theReferenceOfFieldMatchesIsWhatTheCodeSays() {
        GeneratedPage.at("docs/reference/field-matches.md")
                .check(ConfigReference.markdown(
                        "FieldMatches",
                        "`io.nrtstreams.connect.cleaning.FieldMatches$Key` and `…FieldMatches$Value` are true for records whose"
                                + " fields fulfil a condition. Keys stand after `predicates.<alias>.`; the guide is"
                                + " [Cleaning](../cleaning.md#conditions).",
                        FieldMatches.CONFIG_DEF));
    }

    @Test
    void theGuideListsTheOperationsThatThereAre() throws IOException {
        String guide = Files.readString(GUIDE);
        int from = guide.indexOf(OPERATIONS) + OPERATIONS.length();
        int to = guide.indexOf(END_OF_OPERATIONS);

        new GeneratedPage(GUIDE).check(guide.substring(0, from) + operations() + guide.substring(to));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1669875330,12345434,Null,Pune; usage; require; expected a value, found nothing",
                "1669875330,12345434,0.5,Pune; usage; range 0..0.15; expected a number from 0 to 0.15",
                "1669875330,12345434; ''; csv; expected 4 columns, found 2"
            })
    void theExampleOfTheGuideRejectsAsItSays(String value, String field, String rule, String reason)
            throws IOException {
        SourceRecord rejected = example().apply(Records.source(value));

        assertThat(Files.readString(GUIDE))
                .contains("| `" + value + "` | rejected: ", "rule `" + rule + "`, " + reason);
        assertThat(rejected.headers().lastWithName("nrt.rejected.field").value())
                .isEqualTo(field);
        assertThat(rejected.headers().lastWithName("nrt.rejected.rule").value()).isEqualTo(rule);
        assertThat(rejected.headers().lastWithName("nrt.rejected.reason").value())
                .isEqualTo(reason);
    }

    @Test
    void theExampleOfTheGuideCleansAsItSays() throws IOException {
        Struct value = (Struct) example()
                .apply(Records.source("1669875330,12345434,0.014830261,Pune India"))
                .value();

        assertThat(value.get("usage")).isEqualTo(0.014830261);
        assertThat(value.get("location")).isEqualTo("Pune");
    }

    @Test
    void theMistakesOfTheGuideReadAsItSays() throws IOException {
        Map<String, String> config = Map.of("field.usage", "trim | rnage 0..1", "field.location", "to flaot64");
        String guide = Files.readString(GUIDE);

        assertThatThrownBy(() -> new Clean.Value<SourceRecord>().configure(config))
                .isInstanceOf(ConfigException.class)
                .satisfies(thrown -> assertThat(thrown.getMessage().split("; (?=field)"))
                        .allSatisfy(message -> assertThat(guide).contains(message)));
    }

    private static Connectors.Chain<SourceRecord> example() throws IOException {
        MatchResult block = JSON_BLOCK
                .matcher(Files.readString(GUIDE))
                .results()
                .findFirst()
                .orElseThrow();
        JsonNode config = new ObjectMapper().readTree(block.group(1));
        return Connectors.chain(config);
    }

    private static String operations() {
        String head = "| operation | arguments | does | example |\n| --- | --- | --- | --- |\n";
        return Arrays.stream(OperationKind.values())
                .map(kind -> "| `" + kind.label() + "` | "
                        + (kind.arguments().isEmpty() ? "" : "`" + kind.arguments() + "`") + " | " + kind.meaning()
                        + " | `" + kind.example() + "` |\n")
                .collect(Collectors.joining("", head, ""));
    }
}
