package io.nrtstreams.sql.function.builtin.url;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "URL_EXTRACT_PATH",
        category = "URL",
        description = "The decoded path of a URL; null when it has none.",
        examples = "URL_EXTRACT_PATH('https://user@example.com:8080/a/b?q=1&r=x%20y#top') -> '/a/b'")
final class UrlPath {

    private UrlPath() {}

    @Signature
    static @Nullable String extract(@Parameter(name = "url", description = "an absolute or relative URL") String url) {
        return Urls.parse(url).getPath();
    }
}
