package io.nrtstreams.analytics.sql.settings;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/** Values of keys that all have one, as their definition has parsed them. */
record Values(Map<String, @Nullable Object> byKey) {

    private Object require(String key) {
        return Objects.requireNonNull(byKey.get(key), key);
    }

    String text(String key) {
        return require(key).toString().strip();
    }

    /** Empty when the text is. */
    Optional<String> optional(String key) {
        return Optional.of(text(key)).filter(text -> !text.isEmpty());
    }

    Optional<String> secret(String key) {
        return Optional.of(((Password) require(key)).value()).filter(value -> !value.isEmpty());
    }

    List<String> list(String key) {
        return ((List<?>) require(key)).stream().map(String::valueOf).toList();
    }

    boolean flag(String key) {
        return (Boolean) require(key);
    }

    int integer(String key) {
        return (Integer) require(key);
    }

    long number(String key) {
        return (Long) require(key);
    }

    /** Of a number of ms. */
    Duration duration(String key) {
        return Duration.ofMillis(number(key));
    }

    /** As a person may see it. */
    String shown(String key) {
        Object value = require(key);
        return value instanceof List<?> ? String.join(",", list(key)) : value.toString();
    }
}
