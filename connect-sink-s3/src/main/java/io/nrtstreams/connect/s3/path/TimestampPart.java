package io.nrtstreams.connect.s3.path;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * A time in a pattern of {@link DateTimeFormatter}. It remembers the text of the last second, as neighbouring records
 * often share it. Not thread-safe.
 */
final class TimestampPart implements PathPart {
    private final TimestampSource source;
    private final DateTimeFormatter format;
    private final ZoneId zone;
    private final boolean constantWithinASecond;
    private long rememberedStretch = 0;
    private String remembered;

    /**
     * Reads the pattern.
     *
     * @throws IllegalArgumentException if it is not one, or means something that is hardly wanted
     */
    TimestampPart(String pattern, TimestampSource source, TimeSettings time) {
        String letters = pattern.replaceAll("'[^']*'", "");
        if (letters.contains("Y") && !letters.contains("w")) {
            throw new IllegalArgumentException("Y is the year of the week, wrong around New Year; write y");
        }
        this.source = source;
        this.zone = time.zone();
        this.format = DateTimeFormatter.ofPattern(pattern, time.locale()).withZone(zone);
        this.constantWithinASecond = letters.chars().noneMatch(letter -> "SAnN".indexOf(letter) >= 0);
        this.remembered = HiveEscaping.escape(tried(format));
    }

    private static String tried(DateTimeFormatter format) {
        try {
            return format.format(Instant.EPOCH);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("expected a pattern that fits every time: " + e.getMessage(), e);
        }
    }

    @Override
    public String render(SinkRecord record) {
        long time = source.epochMillis(record, zone);
        return time == TimestampSource.NONE ? HiveEscaping.NULL : render(time);
    }

    private String render(long time) {
        long stretch = constantWithinASecond ? Math.floorDiv(time, 1000L) : time;
        if (stretch != rememberedStretch) {
            remembered = HiveEscaping.escape(format.format(Instant.ofEpochMilli(time)));
            rememberedStretch = stretch;
        }
        return remembered;
    }
}
