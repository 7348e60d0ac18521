package io.nrtstreams.sql.function.builtin.url;

import java.net.URI;
import java.net.URISyntaxException;

/** Parses URLs. */
final class Urls {

    private Urls() {}

    /** {@link IllegalArgumentException} when it is no URI of RFC 2396. */
    static URI parse(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not a URL: " + e.getReason() + " at index " + e.getIndex());
        }
    }
}
