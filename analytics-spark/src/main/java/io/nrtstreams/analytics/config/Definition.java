package io.nrtstreams.analytics.config;

import java.nio.file.Path;
import java.util.Map;

/**
 * A definition file as read: the same shape as connector JSON, {@code {"name": …, "config": {key: value}}}.
 *
 * @param file where it was read; files it names are looked up beside it
 * @param name the name, unique among its kind
 * @param config the keys with environment variables put in
 */
public record Definition(Path file, String name, Map<String, String> config) {
    public Definition {
        config = Map.copyOf(config);
    }
}
