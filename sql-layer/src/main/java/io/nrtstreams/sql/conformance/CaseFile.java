package io.nrtstreams.sql.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A file of cases, one JSON object a line. Lines are read one by one: memory holds one case. */
final class CaseFile {

    /** Decimals keep their digits. */
    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private CaseFile() {}

    /**
     * Hands on each case.
     *
     * @throws BrokenCaseFile at the first line that is not a case, with its number and the reason
     */
    static void read(Path file, Consumer<ConformanceCase> action) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    action.accept(parse(file, number, line));
                }
            }
        }
    }

    private static ConformanceCase parse(Path file, int number, String line) {
        try {
            JsonNode json = JSON.readTree(line);
            if (!json.isObject()) {
                throw new IllegalArgumentException("a JSON object was expected");
            }
            return ConformanceCase.of(json);
        } catch (JsonProcessingException e) {
            throw new BrokenCaseFile(file, number, "not JSON, " + e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            throw new BrokenCaseFile(file, number, String.valueOf(e.getMessage()));
        }
    }

    /** A line that is not a case. */
    static final class BrokenCaseFile extends RuntimeException {

        private static final long serialVersionUID = 1L;

        BrokenCaseFile(Path file, int line, String reason) {
            super(file + ", line " + line + ": " + reason);
        }
    }
}
