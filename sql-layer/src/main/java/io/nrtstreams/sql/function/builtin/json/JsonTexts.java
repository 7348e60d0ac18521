package io.nrtstreams.sql.function.builtin.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/** Reads JSON texts. Numbers keep all their digits. */
final class JsonTexts {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final ObjectReader READER = MAPPER.reader();

    private JsonTexts() {}

    static JsonFactory factory() {
        return MAPPER.getFactory();
    }

    /**
     * The value in a text; null for null and for an empty text.
     *
     * @throws IllegalArgumentException when the text is not JSON
     */
    static @Nullable JsonNode parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            JsonNode node = READER.readTree(text);
            return node.isMissingNode() ? null : node;
        } catch (JsonProcessingException malformed) {
            throw notJson(malformed);
        }
    }

    /** Says where a text is not JSON; without the parser's own message, which quotes it. */
    static IllegalArgumentException notJson(JsonProcessingException malformed) {
        return new IllegalArgumentException("the text is not JSON"
                + (malformed.getLocation() == null
                        ? ""
                        : " from character " + malformed.getLocation().getCharOffset()));
    }
}
