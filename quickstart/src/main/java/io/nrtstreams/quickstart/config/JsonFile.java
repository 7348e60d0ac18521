package io.nrtstreams.quickstart.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.nrtstreams.quickstart.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** JSON that a user gave, read strictly: each name of an object once, and nothing behind the value. */
public final class JsonFile {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Where Jackson began to read; it names its reader's object there, of which a user knows nothing. */
    private static final Pattern START_MARKER = Pattern.compile(" \\(start marker at \\[.*]\\)");

    private JsonFile() {}

    /**
     * The value in a file.
     *
     * @throws CommandFailure that names the file, the place and what is wrong
     */
    public static JsonNode read(Path file) {
        try {
            return MAPPER.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw new CommandFailure(file + ":" + e.getLocation().getLineNr() + ":" + notJson(e), e);
        } catch (NoSuchFileException e) {
            throw new CommandFailure(file + ": there is no such file", e);
        } catch (IOException e) {
            throw new CommandFailure(file + ": the file cannot be read (" + e + ")", e);
        }
    }

    /**
     * The value in a line.
     *
     * @param where the file and the number of the line, for the message
     * @throws CommandFailure that names the place and what is wrong
     */
    public static JsonNode line(String line, String where) {
        try {
            return MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new CommandFailure(where + ":" + notJson(e), e);
        }
    }

    private static String notJson(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return at.getColumnNr() + ": not JSON: "
                + START_MARKER.matcher(e.getOriginalMessage()).replaceAll("");
    }
}
