package io.nrtstreams.sql.function.builtin.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import io.nrtstreams.sql.function.builtin.BoundedCache;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "EXTRACTJSONFIELD",
        category = "JSON",
        description =
                "The value at a path in JSON: a string as it is, anything else as JSON. Null when the path leads nowhere.",
        examples = "EXTRACTJSONFIELD('{\"a\": [{\"b\": \"c\"}]}', '$.a[0].b') -> 'c'")
final class ExtractJsonField {

    private static final BoundedCache<String, JsonPath> PATHS = new BoundedCache<>(JsonPath::compile);

    private ExtractJsonField() {}

    /** Reads no further than the value is. */
    @Signature
    static @Nullable String extract(
            @Parameter(name = "json", description = "JSON as text") @Nullable String json,
            @Parameter(name = "path", description = "such as $.name[0] or $['name']") @Nullable String path) {
        if (json == null || path == null) {
            return null;
        }
        JsonPath steps = PATHS.get(path);
        try (JsonParser parser = JsonTexts.factory().createParser(json)) {
            return parser.nextToken() != null && descend(parser, steps) ? text(parser) : null;
        } catch (JsonProcessingException malformed) {
            throw JsonTexts.notJson(malformed);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Whether the path leads to a value, at which the parser then is. */
    private static boolean descend(JsonParser parser, JsonPath path) throws IOException {
        List<JsonPath.Step> steps = path.steps();
        for (int i = 0; i < steps.size(); i++) {
            JsonPath.Step step = steps.get(i);
            boolean found = switch (parser.currentToken()) {
                case START_OBJECT -> toField(parser, step.name());
                case START_ARRAY -> toElement(parser, step.index());
                default -> false;
            };
            if (!found) {
                return false;
            }
        }
        return true;
    }

    private static boolean toField(JsonParser parser, String name) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean wanted = name.equals(parser.currentName());
            parser.nextToken();
            if (wanted) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    private static boolean toElement(JsonParser parser, int index) throws IOException {
        for (int i = 0; i <= index; i++) {
            if (parser.nextToken() == JsonToken.END_ARRAY) {
                return false;
            }
            if (i < index) {
                parser.skipChildren();
            }
        }
        return index >= 0;
    }

    private static String text(JsonParser parser) throws IOException {
        if (!parser.currentToken().isStructStart()) {
            return parser.getText();
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JsonTexts.factory().createGenerator(text)) {
            copy(parser, generator);
        }
        return text.toString();
    }

    private static void copy(JsonParser parser, JsonGenerator generator) throws IOException {
        int depth = 0;
        do {
            JsonToken token = parser.currentToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (token == JsonToken.VALUE_NUMBER_FLOAT) {
                // As text, since a double would lose digits.
                generator.writeNumber(parser.getText());
            } else {
                generator.copyCurrentEvent(parser);
            }
        } while (depth > 0 && parser.nextToken() != null);
        if (depth > 0) {
            throw new IllegalArgumentException("the text is not JSON: it ends too early");
        }
    }
}
