package io.nrtstreams.analytics.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Ticks of a time axis at round local times. */
final class TimeTicks {
    private static final List<Duration> STEPS = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofDays(1),
            Duration.ofDays(2),
            Duration.ofDays(7),
            Duration.ofDays(28));

    /** A tick: where, and what is written there. */
    record Tick(double epochSecond, String label) {}

    private TimeTicks() {}

    /** About {@code most} ticks at most between two times, both epoch seconds. */
    static List<Tick> between(double from, double to, ZoneOffset offset, int most) {
        long step = STEPS.stream()
                .mapToLong(Duration::toSeconds)
                .filter(seconds -> (to - from) / seconds <= most)
                .findFirst()
                .orElseGet(() -> (long) Math.ceil((to - from) / most / 86400) * 86400);
        DateTimeFormatter format = format(step);
        long shift = offset.getTotalSeconds();
        List<Tick> ticks = new ArrayList<>();
        long first = (long) Math.ceil((from + shift) / step) * step - shift;
        for (long second = first; second <= to; second += step) {
            ticks.add(
                    new Tick(second, format.format(Instant.ofEpochSecond(second).atOffset(offset))));
        }
        return ticks;
    }

    private static DateTimeFormatter format(long step) {
        String pattern = step >= 86400 ? "EEE d MMM" : step >= 60 ? "HH:mm" : "HH:mm:ss";
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    /** A moment in words, e.g. {@code Thu 9 Jan 1992 18:00}. */
    static String inWords(double epochSecond, ZoneOffset offset) {
        return DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", Locale.ENGLISH)
                .format(Instant.ofEpochSecond((long) epochSecond).atOffset(offset));
    }

    /** An offset in words, e.g. {@code UTC-8}. */
    static String inWords(ZoneOffset offset) {
        if (offset.getTotalSeconds() == 0) {
            return "UTC";
        }
        return "UTC" + offset.getId().replaceFirst("([+-])0", "$1").replaceFirst(":00$", "");
    }
}
