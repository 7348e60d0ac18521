package io.nrtstreams.connect.kit.config;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * Validators for {@link ConfigDef} keys. Each says in {@code toString()} what it accepts, which is what the generated
 * reference prints, and never repeats a value in its message where the key may hold a secret.
 *
 * <p>A null value passes: whether a key may be absent is the business of its default.
 */
public final class Validators {
    private Validators() {}

    /** Accepts one of a closed set, in any case. */
    public static ConfigDef.Validator oneOf(String... accepted) {
        List<String> values = List.of(accepted);
        String shown = String.join(", ", values);
        return checking("one of: " + shown, text -> {
            if (!values.contains(text.toLowerCase(Locale.ROOT))) {
                Optional<String> meant = Suggestions.nearest(text, values);
                throw new IllegalArgumentException("expected one of: " + shown
                        + meant.map(m -> " (did you mean " + m + "?)").orElse(""));
            }
        });
    }

    /** Accepts what {@link Durations#parse} reads, of at least {@code least}. */
    public static ConfigDef.Validator duration(Duration least) {
        String shown = "a duration of at least " + inWords(least);
        return checking(shown, text -> {
            if (Durations.parse(text).compareTo(least) < 0) {
                throw new IllegalArgumentException("expected " + shown);
            }
        });
    }

    /** Accepts what {@link DataSize#parse} reads, of at least {@code leastBytes}. */
    public static ConfigDef.Validator dataSize(long leastBytes) {
        String shown = "a size of at least " + leastBytes + " bytes";
        return checking(shown, text -> {
            if (DataSize.parse(text).bytes() < leastBytes) {
                throw new IllegalArgumentException("expected " + shown);
            }
        });
    }

    /** Accepts a text with at least one character that is not white space. */
    public static ConfigDef.Validator notBlank() {
        return checking("a text that is not blank", text -> {
            if (text.isBlank()) {
                throw new IllegalArgumentException("expected a text that is not blank");
            }
        });
    }

    /**
     * Accepts every text that {@code parser} reads without an {@link IllegalArgumentException}; the exception's
     * message becomes the key's error.
     *
     * @param shown what is accepted, for the reference
     */
    public static ConfigDef.Validator checking(String shown, Consumer<String> parser) {
        return new Checking(shown, parser);
    }

    private static String inWords(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }

    private record Checking(String shown, Consumer<String> parser) implements ConfigDef.Validator {
        @Override
        public void ensureValid(String name, @Nullable Object value) {
            if (value == null) {
                return;
            }
            try {
                parser.accept(value.toString());
            } catch (IllegalArgumentException e) {
                throw new ConfigException(name + ": " + e.getMessage());
            }
        }

        @Override
        public String toString() {
            return shown;
        }
    }
}
