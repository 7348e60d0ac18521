package io.nrtstreams.sql.function.builtin.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "JSON_ARRAY_CONTAINS",
        category = "JSON",
        description =
                "Whether a JSON array has an element of the same type and value; FALSE for anything that is not a JSON array.",
        examples = {"JSON_ARRAY_CONTAINS('[1, 2]', 2) -> true", "JSON_ARRAY_CONTAINS('[1, 2]', '2') -> false"})
final class JsonArrayContains {

    private static final String JSON = "json";
    private static final String ELEMENT = "element";

    private JsonArrayContains() {}

    @Signature
    static boolean contains(
            @Parameter(name = JSON) @Nullable String json, @Parameter(name = ELEMENT) @Nullable Integer element) {
        return element == null ? containsNull(json) : contains(json, parser -> isWhole(parser, element));
    }

    @Signature
    static boolean contains(
            @Parameter(name = JSON) @Nullable String json, @Parameter(name = ELEMENT) @Nullable Long element) {
        return element == null ? containsNull(json) : contains(json, parser -> isWhole(parser, element));
    }

    @Signature(description = "does not match whole numbers, those without a point")
    static boolean contains(
            @Parameter(name = JSON) @Nullable String json, @Parameter(name = ELEMENT) @Nullable Double element) {
        return element == null
                ? containsNull(json)
                : contains(
                        json,
                        parser -> parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT
                                && element.equals(parser.getDoubleValue()));
    }

    @Signature
    static boolean contains(
            @Parameter(name = JSON) @Nullable String json, @Parameter(name = ELEMENT) @Nullable Boolean element) {
        return element == null
                ? containsNull(json)
                : contains(
                        json,
                        parser -> parser.currentToken() == (element ? JsonToken.VALUE_TRUE : JsonToken.VALUE_FALSE));
    }

    @Signature
    static boolean contains(
            @Parameter(name = JSON) @Nullable String json, @Parameter(name = ELEMENT) @Nullable String element) {
        return element == null
                ? containsNull(json)
                : contains(
                        json,
                        parser -> parser.currentToken() == JsonToken.VALUE_STRING && element.equals(parser.getText()));
    }

    private static boolean containsNull(@Nullable String json) {
        return contains(json, parser -> parser.currentToken() == JsonToken.VALUE_NULL);
    }

    private static boolean isWhole(JsonParser parser, long number) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER
                && parser.getLongValue() == number;
    }

    private static boolean contains(@Nullable String json, Condition condition) {
        if (json == null) {
            return false;
        }
        try (JsonParser parser = JsonTexts.factory().createParser(json)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                return false;
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (condition.isMet(parser)) {
                    return true;
                }
                parser.skipChildren();
            }
            return false;
        } catch (JsonProcessingException malformed) {
            return false;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Of the element at which a parser is. */
    @FunctionalInterface
    private interface Condition {
        boolean isMet(JsonParser parser) throws IOException;
    }
}
