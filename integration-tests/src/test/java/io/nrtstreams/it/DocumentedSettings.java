package io.nrtstreams.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An example of a page: the {@code json} block of a whole connector of the sink, or one that shows a few of its settings.
 *
 * @param place page and line
 * @param settings those shown, with {@link #SECRET} for each value that a worker takes from a provider
 * @param whole whether a connector could be made of it as it is
 */
record DocumentedSettings(String place, Map<String, String> settings, boolean whole) {
    /** Suits every key whose example takes it from a provider: 32 bytes in Base64. */
    private static final String SECRET = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private static final String CONNECTOR = "io.nrtstreams.connect.s3.S3SinkConnector";
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```json\\n(.*?)^```$");
    private static final Pattern PROVIDED = Pattern.compile("\\$\\{[^}]+}");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The examples of some pages; other JSON, such as policies and lines of files, is left out. */
    static List<DocumentedSettings> in(List<Path> pages) {
        return pages.stream().flatMap(DocumentedSettings::in).toList();
    }

    private static Stream<DocumentedSettings> in(Path page) {
        String text = read(page);
        return BLOCK.matcher(text).results().flatMap(block -> {
            long line = text.substring(0, block.start()).lines().count() + 1;
            return of(page.getFileName() + ":" + line, block.group(1)).stream();
        });
    }

    private static Optional<DocumentedSettings> of(String place, String block) {
        if (block.startsWith("\"")) {
            return Optional.of(new DocumentedSettings(place, settings(json(place, "{" + block + "}")), false));
        }
        JsonNode connector = json(place, block);
        Map<String, String> settings = settings(connector.has("config") ? connector.path("config") : connector);
        return Optional.of(settings)
                .filter(given -> CONNECTOR.equals(given.get("connector.class")))
                .map(given -> new DocumentedSettings(place, given, true));
    }

    private static Map<String, String> settings(JsonNode object) {
        Map<String, String> settings = new HashMap<>();
        object.properties()
                .forEach(field -> settings.put(
                        field.getKey(),
                        PROVIDED.matcher(field.getValue().asText()).replaceAll(Matcher.quoteReplacement(SECRET))));
        return settings;
    }

    /** With what an example leaves out because it is not about that. */
    Map<String, String> completed() {
        Map<String, String> completed = new HashMap<>(Map.of("name", "documented"));
        if (!whole) {
            completed.putAll(Map.of("connector.class", CONNECTOR, "topics", "readings", "s3.bucket", "lake"));
        }
        completed.putAll(settings);
        return completed;
    }

    private static JsonNode json(String place, String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError(place + " is no JSON", e);
        }
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new AssertionError(page + " cannot be read", e);
        }
    }
}
