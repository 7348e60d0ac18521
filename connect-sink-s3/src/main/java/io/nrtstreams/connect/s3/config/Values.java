package io.nrtstreams.connect.s3.config;

import io.nrtstreams.connect.kit.config.DataSize;
import io.nrtstreams.connect.kit.config.Durations;
import io.nrtstreams.connect.kit.config.Problems;
import io.nrtstreams.connect.kit.config.Validators;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/**
 * The values of all keys, defaults included, and what is wrong with them. Each group of keys reads its own, in its own
 * types. Not thread-safe.
 */
final class Values {
    private final Map<String, @Nullable Object> values = new HashMap<>();
    /** What the configuration itself has, keys that are not ours among them. */
    private final Map<String, @Nullable String> given;
    /** Keys whose values can be read. */
    private final Set<String> sound = new HashSet<>();
    /** What each key's own definition says. */
    private final Problems ofKeys = new Problems();
    /** What is wrong beyond that. */
    private final Problems problems = new Problems();

    Values(ConfigDef definition, Map<String, String> properties) {
        given = new HashMap<>(properties);
        for (ConfigValue value : definition.validate(properties)) {
            value.errorMessages().forEach(message -> ofKeys.add(value.name(), message));
            if (value.errorMessages().isEmpty()) {
                sound.add(value.name());
            }
            values.put(value.name(), value.value());
        }
    }

    /** What {@link ConfigDef#validate} finds. */
    Problems problemsOfKeys() {
        return ofKeys;
    }

    /** What is wrong beyond that; the groups of keys add to it. */
    Problems problems() {
        return problems;
    }

    /** Whether all these can be read. */
    boolean areSound(String... keys) {
        return sound.containsAll(List.of(keys));
    }

    /** Whether the configuration itself has the key; {@link #has} is true of a default as well. */
    boolean isGiven(String key) {
        return given.get(key) != null;
    }

    boolean has(String key) {
        return values.get(key) != null;
    }

    Object value(String key) {
        return Objects.requireNonNull(values.get(key), key);
    }

    String text(String key) {
        return value(key).toString();
    }

    /** A text with the white space at its ends, which {@link ConfigDef} cuts off and {@link #text} has not. */
    String exactText(String key) {
        String exact = given.get(key);
        return exact == null ? text(key) : exact;
    }

    /** A text that is one of a closed set. */
    String word(String key) {
        return text(key).trim().toLowerCase(Locale.ROOT);
    }

    Optional<String> optional(String key) {
        return Optional.ofNullable(values.get(key)).map(Object::toString);
    }

    boolean isTrue(String key) {
        return value(key).equals(true);
    }

    int number(String key) {
        return (Integer) value(key);
    }

    long longNumber(String key) {
        return (Long) value(key);
    }

    /** In bytes. */
    long size(String key) {
        return DataSize.parse(text(key)).bytes();
    }

    Duration duration(String key) {
        return Durations.parse(text(key));
    }

    /** A secret. */
    Optional<String> secret(String key) {
        return Optional.ofNullable(values.get(key)).map(secret -> ((Password) secret).value());
    }

    /** What is given below {@code prefix} and is no key of ours, without the prefix: it belongs to somebody else's class. */
    Map<String, String> below(String prefix) {
        Map<String, String> below = new HashMap<>();
        given.forEach((key, value) -> {
            if (value != null && key.startsWith(prefix) && !values.containsKey(key)) {
                below.put(key.substring(prefix.length()), value);
            }
        });
        return below;
    }

    List<String> list(String key) {
        return ((List<?>) value(key)).stream().map(Object::toString).toList();
    }

    /** Accepts a text of that form. */
    static ConfigDef.Validator matching(Pattern pattern, String shown) {
        return Validators.checking(shown, text -> {
            if (!pattern.matcher(text).matches()) {
                throw new IllegalArgumentException("expected " + shown);
            }
        });
    }
}
