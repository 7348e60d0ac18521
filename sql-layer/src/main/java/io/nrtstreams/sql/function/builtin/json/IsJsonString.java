package io.nrtstreams.sql.function.builtin.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "IS_JSON_STRING",
        category = "JSON",
        description = "Whether a text is JSON; FALSE for null.",
        examples = {"IS_JSON_STRING('[1, 2]') -> true", "IS_JSON_STRING('abc') -> false"})
final class IsJsonString {

    private IsJsonString() {}

    @Signature
    static boolean isJson(@Parameter(name = "text") @Nullable String text) {
        if (text == null) {
            return false;
        }
        try (JsonParser parser = JsonTexts.factory().createParser(text)) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (JsonProcessingException malformed) {
            return false;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
