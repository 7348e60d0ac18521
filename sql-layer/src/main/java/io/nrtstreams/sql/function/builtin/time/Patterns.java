package io.nrtstreams.sql.function.builtin.time;

import io.nrtstreams.sql.function.builtin.BoundedCache;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** Patterns and time zones of SQL calls, each compiled once. Patterns are those of {@link DateTimeFormatter}, in English. */
final class Patterns {

    private static final BoundedCache<String, DateTimeFormatter> FORMATTERS = new BoundedCache<>(Patterns::compile);
    private static final BoundedCache<String, ZoneId> ZONES = new BoundedCache<>(Patterns::findZone);

    private Patterns() {}

    /**
     * The formatter of a pattern; letters match in both cases.
     *
     * @throws IllegalArgumentException when it is not a pattern
     */
    static DateTimeFormatter formatter(String pattern) {
        return FORMATTERS.get(pattern);
    }

    /**
     * The zone of an id such as {@code Europe/London}, {@code +02:00} or {@code PST}.
     *
     * @throws IllegalArgumentException when there is none
     */
    static ZoneId zone(String id) {
        return ZONES.get(id);
    }

    private static DateTimeFormatter compile(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .toFormatter(Locale.US);
    }

    private static ZoneId findZone(String id) {
        try {
            return ZoneId.of(id, ZoneId.SHORT_IDS);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException(
                    "no such time zone; write an id such as 'UTC', 'America/Los_Angeles' or '+02:00'", unknown);
        }
    }
}
