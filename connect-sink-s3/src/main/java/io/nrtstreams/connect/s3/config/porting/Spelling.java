package io.nrtstreams.connect.s3.config.porting;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** How other sinks write values, and how this one does. What is no such value passes as it is, for its key to refuse. */
final class Spelling {
    private Spelling() {}

    /** A number of milliseconds as a duration with its largest whole unit; nothing where a negative one turns it off. */
    static String milliseconds(String value) {
        return wholeNumber(value).map(Spelling::duration).orElse(value);
    }

    /** A number of milliseconds; 0 is 1, as pauses here are never empty. */
    static String pause(String value) {
        return value.equals("0") ? "1ms" : milliseconds(value);
    }

    static String seconds(String value) {
        return wholeNumber(value)
                .filter(seconds -> seconds < Long.MAX_VALUE / 1000)
                .map(seconds -> duration(seconds * 1000))
                .orElse(value);
    }

    /** A limit that a negative number, or 0, turns off. */
    static String limit(String value) {
        return wholeNumber(value).filter(limit -> limit <= 0).map(none -> "").orElse(value);
    }

    /** How often a request is repeated, as how often it is tried. */
    static String attemptsOfRetries(String value) {
        return wholeNumber(value)
                .filter(retries -> retries >= 0 && retries < Long.MAX_VALUE)
                .map(retries -> Long.toString(retries + 1))
                .orElse(value);
    }

    /** One of a closed set, in any case. */
    static String word(String value, Map<String, String> words) {
        return Optional.ofNullable(words.get(value.toLowerCase(Locale.ROOT)))
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected one of: " + String.join(", ", new TreeSet<>(words.keySet()))));
    }

    private static String duration(long milliseconds) {
        if (milliseconds < 0) {
            return "";
        }
        if (milliseconds == 0 || milliseconds % 1000 != 0) {
            return milliseconds + "ms";
        }
        long seconds = milliseconds / 1000;
        if (seconds % 86_400 == 0) {
            return seconds / 86_400 + "d";
        }
        if (seconds % 3600 == 0) {
            return seconds / 3600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    private static Optional<Long> wholeNumber(String value) {
        return value.matches("-?\\d{1,18}") ? Optional.of(Long.parseLong(value)) : Optional.empty();
    }
}
