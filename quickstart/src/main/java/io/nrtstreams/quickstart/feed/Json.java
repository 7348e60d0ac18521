package io.nrtstreams.quickstart.feed;

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

/** Files of JSON that a user gave. */
final class Json {
    static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** @throws CommandFailure that names the file and what is wrong with it */
    static JsonNode read(Path file) {
        try {
            return MAPPER.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw new CommandFailure(
                    file + ":" + at.getLineNr() + ":" + at.getColumnNr() + ": not JSON: " + e.getOriginalMessage(), e);
        } catch (NoSuchFileException e) {
            throw new CommandFailure(file + ": there is no such file", e);
        } catch (IOException e) {
            throw new CommandFailure(file + ": the file cannot be read (" + e + ")", e);
        }
    }

    /** The JSON of a value. */
    static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and maps of them have JSON", e);
        }
    }

    /** The value that a text of JSON holds. */
    static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the converter wrote no JSON", e);
        }
    }
}
