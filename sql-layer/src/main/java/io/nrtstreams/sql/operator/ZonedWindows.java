package io.nrtstreams.sql.operator;

import io.nrtstreams.sql.row.Window;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Windows by a zone's clocks: they begin at multiples of the advance after midnight of the zone's 1 January 1970, plus the
 * offset. Where clocks are changed, a window that holds the change is longer or shorter, such as a day of 23 or 25 hours; an
 * hour that clocks show twice is two windows; and a window that would be entered twice is cut at the change.
 */
final class ZonedWindows implements TimeWindows {

    private final long size;
    private final long advance;
    private final long offset;
    private final ZoneRules rules;

    ZonedWindows(long size, long advance, long offset, ZoneId zone) {
        this.size = size;
        this.advance = advance;
        this.offset = offset;
        this.rules = zone.getRules();
    }

    @Override
    public List<Window> of(long time) {
        Instant instant = Instant.ofEpochMilli(time);
        long shift = shift(rules.getOffset(instant));
        long local = time + shift;
        long latest = Math.floorDiv(local - offset, advance) * advance + offset;
        long first = latest - Math.floorDiv(latest + size - 1 - local, advance) * advance;
        List<Window> windows = new ArrayList<>();
        for (long start = first; start <= latest; start += advance) {
            windows.add(new Window(start(start, instant, shift), end(start, instant, shift)));
        }
        return windows;
    }

    private long start(long localStart, Instant instant, long shift) {
        // One more millisecond, as a change at the very instant is behind it.
        @Nullable ZoneOffsetTransition change = rules.previousTransition(instant.plusMillis(1));
        if (change == null || localStart - shift >= change.getInstant().toEpochMilli()) {
            return localStart - shift;
        }
        long localChange = change.getInstant().toEpochMilli() + shift(change.getOffsetBefore());
        return localChange > localStart + size ? change.getInstant().toEpochMilli() : instantOf(localStart);
    }

    private long end(long localStart, Instant instant, long shift) {
        @Nullable ZoneOffsetTransition change = rules.nextTransition(instant);
        if (change == null || localStart + size - shift <= change.getInstant().toEpochMilli()) {
            return localStart + size - shift;
        }
        long localAfter = change.getInstant().toEpochMilli() + shift(change.getOffsetAfter());
        return localAfter < localStart ? change.getInstant().toEpochMilli() : instantOf(localStart + size);
    }

    /** When clocks show a time; for one they skip, when they skip it; of one they show twice, the first. */
    private long instantOf(long local) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(
                Math.floorDiv(local, 1000L), (int) Math.floorMod(local, 1000L) * 1_000_000, ZoneOffset.UTC);
        @Nullable ZoneOffsetTransition change = rules.getTransition(time);
        if (change != null && change.isGap()) {
            return change.getInstant().toEpochMilli();
        }
        return local - shift(rules.getOffset(time));
    }

    private static long shift(ZoneOffset zoneOffset) {
        return zoneOffset.getTotalSeconds() * 1000L;
    }
}
