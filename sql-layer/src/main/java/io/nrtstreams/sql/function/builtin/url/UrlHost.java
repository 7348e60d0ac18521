package io.nrtstreams.sql.function.builtin.url;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "URL_EXTRACT_HOST",
        category = "URL",
        description = "The host of a URL; null when it has none.",
        examples = "URL_EXTRACT_HOST('https://user@example.com:8080/a/b?q=1&r=x%20y#top') -> 'example.com'")
final class UrlHost {

    private UrlHost() {}

    @Signature
    static @Nullable String extract(@Parameter(name = "url", description = "an absolute or relative URL") String url) {
        return Urls.parse(url).getHost();
    }
}
