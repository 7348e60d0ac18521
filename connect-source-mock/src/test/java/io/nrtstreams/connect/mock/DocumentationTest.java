package io.nrtstreams.connect.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nrtstreams.connect.kit.docs.ConfigReference;
import io.nrtstreams.connect.kit.docs.GeneratedPage;
import io.nrtstreams.connect.mock.custom.CustomFeeds;
import io.nrtstreams.connect.mock.metrics.SourceMetric;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The reference is generated, and every connector in the guides and in connectors-config is valid. */
class DocumentationTest {
    private static final Path HOME = Path.of(System.getProperty("nrt.home"));
    private static final Pattern JSON_BLOCK = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theReferencePageIsWhatTheCodeSays() {
        GeneratedPage.at("docs/reference/source.md")
                .check(ConfigReference.markdown(
                        "Mock source: configuration",
                        "The keys of `io.nrtstreams.connect.mock.MockSourceConnector`. How it behaves: [the mock"
                                + " source](../source.md).",
                        new MockSourceConnector().config()));
    }

    @Test
    void thePageOfMetricsIsWhatTheCodeSays() {
        StringBuilder page = new StringBuilder("# Metrics of the mock source\n\n"
                + "<!-- Written by the build from the code. Change the code, not this page. -->\n\n"
                + "| metric | what it is |\n| --- | --- |\n");
        for (SourceMetric metric : SourceMetric.values()) {
            page.append("| `")
                    .append(metric.metric().name())
                    .append("` | ")
                    .append(metric.metric().doc())
                    .append(" |\n");
        }
        GeneratedPage.at("docs/reference/source-metrics.md").check(page.toString());
    }

    @TestFactory
    Stream<DynamicTest> everyConnectorOfTheGuidesIsValid() throws IOException {
        try (Stream<Path> pages = Files.list(HOME.resolve("docs"))) {
            List<DynamicTest> tests = pages.filter(page -> page.toString().endsWith(".md"))
                    .sorted()
                    .flatMap(page -> JSON_BLOCK
                            .matcher(read(page))
                            .results()
                            .map(match -> match.group(1))
                            .filter(DocumentationTest::isOurs)
                            .map(block -> valid(page.getFileName() + ": " + firstName(block), block)))
                    .toList();
            assertThat(tests).hasSizeGreaterThan(3);
            return tests.stream();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyDefinitionOfTheGuideIsOne() {
        String guide = read(HOME.resolve("docs/custom-feeds.md"));
        Stream<String> whole =
                JSON_BLOCK.matcher(guide).results().map(match -> match.group(1)).filter(block -> !isOurs(block));
        // The examples of the table are fields; what they refer to is around them here.
        Stream<String> fields = Pattern.compile("`(\\{\"[a-zA-Z]+\": [^`]*})`")
                .matcher(guide)
                .results()
                .map(match -> match.group(1))
                .filter(field -> !field.contains("\"file\"")
                        && !field.contains("\"quickstart\"")
                        && !field.contains("{\"min\": 0, \"max\": 3}"))
                .map(field ->
                        "{\"feeds\": {\"customers\": {\"fields\": {\"id\": {\"uuid\": {}}}}}, \"fields\": {\"x\": "
                                + field
                                + ", \"price\": {\"constant\": 2}, \"count\": {\"constant\": 3}, \"first\": {\"constant\": \"a\"},"
                                + " \"last\": {\"constant\": \"b\"}, \"product\": {\"choice\": [\"pen\", \"map\"]}}}");
        List<DynamicTest> tests = Stream.concat(whole, fields)
                .map(definition -> DynamicTest.dynamicTest(
                        definition
                                .substring(0, Math.min(80, definition.length()))
                                .replace('\n', ' '),
                        () -> assertThat(CustomFeeds.ofText(definition, new CustomFeeds.Overrides(1, null, null))
                                        .mistakes())
                                .isEmpty()))
                .toList();
        assertThat(tests).hasSizeGreaterThan(22);
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> everyConnectorThatComesWithTheProjectIsValid() throws IOException {
        try (Stream<Path> files = Files.walk(HOME.resolve("connectors-config"))) {
            List<DynamicTest> tests = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .filter(file -> isOurs(read(file)))
                    .map(file -> valid(file.getFileName().toString(), read(file)))
                    .toList();
            assertThat(tests).hasSizeGreaterThan(7);
            return tests.stream();
        }
    }

    private static boolean isOurs(String json) {
        return json.contains("\"" + MockSourceConnector.class.getName() + "\"");
    }

    private static String firstName(String json) {
        return String.valueOf(config(json).getOrDefault("name", config(json).get("feed")));
    }

    private static DynamicTest valid(String name, String json) {
        return DynamicTest.dynamicTest(name, () -> {
            List<String> errors = new ArrayList<>();
            for (ConfigValue value :
                    new MockSourceConnector().validate(config(json)).configValues()) {
                errors.addAll(value.errorMessages());
            }
            assertThat(errors).isEmpty();
        });
    }

    /** The configuration as a worker would see it, of a project whose recordings are under /data. */
    private static Map<String, String> config(String json) {
        String data = HOME.resolve("connectors-config/data").toString();
        try {
            JsonNode root = JSON.readTree(json);
            Map<String, String> config = new LinkedHashMap<>();
            (root.has("config") ? root.get("config") : root)
                    .properties()
                    .forEach(entry -> config.put(
                            entry.getKey(),
                            entry.getValue()
                                    .asText()
                                    .replace("${env:NRT_RATE}", "20")
                                    .replace("${env:NRT_DATA}", data)
                                    .replaceFirst("^/data/", data + "/")));
            return config;
        } catch (IOException e) {
            throw new UncheckedIOException(json, e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
