package io.nrtstreams.sql.conformance;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** A file of cases, one JSON object a line. Lines are read one by one: memory holds one case. */
public final class CaseFile {

    /** Decimals keep their digits. */
    public static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CaseFile() {}

    /**
     * Hands on each case.
     *
     * @throws IOException when the file cannot be read, with its name
     * @throws BrokenCaseFile at the first line that is not a case, with its number and the reason
     */
    static void read(Path file, Consumer<ConformanceCase> action) throws IOException {
        read(file, ConformanceCase::of, action);
    }

    /**
     * Hands on each case.
     *
     * @param reader makes a case of a line's object; an IllegalArgumentException says why it is none
     * @throws IOException when the file cannot be read, with its name
     * @throws BrokenCaseFile at the first line that is not a case, with its number and the reason
     */
    public static <T> void read(Path file, Function<JsonNode, T> reader, Consumer<T> action) throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new IOException(file + " is no file that can be read.");
        }
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                String text = number == 1 && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
                if (!text.isBlank()) {
                    action.accept(parse(file, number, text, reader));
                }
            }
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is not text in UTF-8.", e);
        }
    }

    private static <T> T parse(Path file, int number, String line, Function<JsonNode, T> reader) {
        try {
            JsonNode json = JSON.readTree(line);
            if (!json.isObject()) {
                throw new IllegalArgumentException("A JSON object was expected.");
            }
            return reader.apply(json);
        } catch (StreamConstraintsException e) {
            throw new BrokenCaseFile(file, number, "A text in it is too long, or its nesting too deep.");
        } catch (JsonProcessingException e) {
            throw new BrokenCaseFile(
                    file,
                    number,
                    "This is not JSON, as is found at column "
                            + Optional.ofNullable(e.getLocation())
                                    .map(JsonLocation::getColumnNr)
                                    .orElse(1) + ".");
        } catch (IllegalArgumentException e) {
            throw new BrokenCaseFile(file, number, String.valueOf(e.getMessage()));
        }
    }

    /** A line that is not a case. */
    public static final class BrokenCaseFile extends RuntimeException {

        private static final long serialVersionUID = 1L;

        BrokenCaseFile(Path file, int line, String reason) {
            super(file + ", line " + line + ": " + reason);
        }
    }
}
