package io.nrtstreams.sql.function.builtin.url;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "URL_EXTRACT_PORT",
        category = "URL",
        description = "The port of a URL; null when it has none.",
        examples = "URL_EXTRACT_PORT('https://user@example.com:8080/a/b?q=1&r=x%20y#top') -> 8080")
final class UrlPort {

    private UrlPort() {}

    @Signature
    static @Nullable Integer extract(@Parameter(name = "url", description = "an absolute or relative URL") String url) {
        int port = Urls.parse(url).getPort();
        return port < 0 ? null : Integer.valueOf(port);
    }
}
