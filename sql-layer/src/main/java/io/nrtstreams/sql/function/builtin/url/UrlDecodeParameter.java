package io.nrtstreams.sql.function.builtin.url;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

@ScalarFunction(
        name = "URL_DECODE_PARAM",
        category = "URL",
        description = "The text that stands encoded in the query of a URL (application/x-www-form-urlencoded).",
        examples = "URL_DECODE_PARAM('a+b%26c') -> 'a b&c'")
final class UrlDecodeParameter {

    private UrlDecodeParameter() {}

    @Signature
    static String decode(@Parameter(name = "text", description = "what to decode") String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a % in the text is not followed by two hexadecimal digits");
        }
    }
}
