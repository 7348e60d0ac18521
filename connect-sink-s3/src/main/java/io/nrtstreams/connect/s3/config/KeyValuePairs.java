package io.nrtstreams.connect.s3.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists of {@code key=value}. */
final class KeyValuePairs {
    private KeyValuePairs() {}

    /**
     * Reads pairs; the value may hold further equals signs, or be empty.
     *
     * @throws IllegalArgumentException if one has no key, or a key comes twice; the message does not repeat a value
     */
    static Map<String, String> parse(List<String> pairs) {
        Map<String, String> parsed = new LinkedHashMap<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("expected pairs such as team=lake,stage=raw");
            }
            String key = pair.substring(0, equals).trim();
            if (parsed.put(key, pair.substring(equals + 1).trim()) != null) {
                throw new IllegalArgumentException("expected different keys, but " + key + " comes twice");
            }
        }
        return parsed;
    }
}
