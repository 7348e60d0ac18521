package io.nrtstreams.sql.function.builtin.url;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "URL_EXTRACT_PARAMETER",
        category = "URL",
        description =
                "The first value of a parameter in the query of a URL, decoded; empty when the parameter has no value,"
                        + " null when it is not there.",
        examples = "URL_EXTRACT_PARAMETER('https://example.com?a=1&b=2', 'b') -> '2'")
final class UrlParameter {

    private UrlParameter() {}

    @Signature
    static @Nullable String extract(
            @Parameter(name = "url", description = "an absolute or relative URL") String url,
            @Parameter(name = "parameter", description = "the parameter's name") String parameter) {
        String query = Urls.parse(url).getRawQuery();
        if (query == null) {
            return null;
        }
        // parted before it is decoded: an encoded & or = belongs to a value
        for (String part : query.split("&", -1)) {
            int end = part.indexOf('=');
            if (decoded(end < 0 ? part : part.substring(0, end)).equals(parameter)) {
                return end < 0 ? "" : decoded(part.substring(end + 1));
            }
        }
        return null;
    }

    /** A plus stays one, as in the other parts of a URL. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
