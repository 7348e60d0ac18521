package io.nrtstreams.sql.function.builtin.url;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

@ScalarFunction(
        name = "URL_ENCODE_PARAM",
        category = "URL",
        description = "The text as it can stand in the query of a URL (application/x-www-form-urlencoded).",
        examples = "URL_ENCODE_PARAM('a b&c') -> 'a+b%26c'")
final class UrlEncodeParameter {

    private UrlEncodeParameter() {}

    @Signature
    static String encode(@Parameter(name = "text", description = "what to encode") String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
