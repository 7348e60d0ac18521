package io.nrtstreams.connect.kit.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them in a configuration: {@code 250ms}, {@code 30s}, {@code 5m}, {@code 1h}, {@code 7d}. */
public final class Durations {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,12})\\s*(ms|s|m|h|d)?");

    /** Far beyond any use, and small enough that milliseconds and nanoseconds of it fit a long. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private Durations() {}

    /**
     * Reads a duration: a whole number with a unit ({@code ms s m h d}), a plain whole number of milliseconds as
     * Kafka's own keys use, or ISO-8601 ({@code PT30S}).
     *
     * @throws IllegalArgumentException if the text is none of these, or longer than 36500 days; the message says what
     *     was expected
     */
    public static Duration parse(String text) {
        String trimmed = text.trim();
        Matcher matcher = SHORT.matcher(trimmed.toLowerCase(Locale.ROOT));
        if (matcher.matches()) {
            String unit = matcher.group(2);
            return bounded(inUnit(Long.parseLong(matcher.group(1)), unit == null ? "ms" : unit));
        }
        try {
            Duration duration = Duration.parse(trimmed);
            if (!duration.isNegative()) {
                return bounded(duration);
            }
        } catch (DateTimeParseException e) {
            // The message below covers every spelling that is accepted, which the parser's own message does not.
        }
        throw new IllegalArgumentException(
                "expected a duration such as 250ms, 30s, 5m, 1h, 7d, a number of milliseconds, or PT30S");
    }

    private static Duration bounded(Duration duration) {
        if (duration.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("expected a duration of at most " + LONGEST.toDays() + "d");
        }
        return duration;
    }

    private static Duration inUnit(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
