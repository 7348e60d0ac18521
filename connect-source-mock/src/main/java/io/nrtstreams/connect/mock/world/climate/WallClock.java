package io.nrtstreams.connect.mock.world.climate;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;

/**
 * Local time of a zone by the JVM's time zone data, whose changes from 1970 to 2100 are tabled once. Immutable.
 *
 * <p>What the JVM's data foretell may change with a release of them; what is past does not, from 1970 on.
 */
public final class WallClock {
    /** Seconds of a day on the clock. */
    public static final int DAY = 86_400;

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");

    private final ZoneRules rules;
    private final long[] changes;
    private final int[] offsets;

    private WallClock(ZoneRules rules, long[] changes, int[] offsets) {
        this.rules = rules;
        this.changes = changes;
        this.offsets = offsets;
    }

    static WallClock of(ZoneId zone) {
        ZoneRules rules = zone.getRules();
        long[] changes = new long[512];
        int[] offsets = new int[changes.length + 1];
        offsets[0] = rules.getOffset(FIRST).getTotalSeconds();
        int count = 0;
        ZoneOffsetTransition change = rules.nextTransition(FIRST);
        while (change != null && change.getInstant().isBefore(LAST)) {
            changes[count++] = change.toEpochSecond();
            offsets[count] = change.getOffsetAfter().getTotalSeconds();
            change = rules.nextTransition(change.getInstant());
        }
        return new WallClock(rules, Arrays.copyOf(changes, count), Arrays.copyOf(offsets, count + 1));
    }

    /** Seconds that the clock is ahead of UTC. */
    public int offset(long epochSecond) {
        if (epochSecond < 0 || epochSecond >= LAST.getEpochSecond()) {
            ZoneOffset offset = rules.getOffset(Instant.ofEpochSecond(epochSecond));
            return offset.getTotalSeconds();
        }
        int found = Arrays.binarySearch(changes, epochSecond);
        return offsets[found >= 0 ? found + 1 : -found - 1];
    }

    /** What the clock shows, as seconds from 1970-01-01T00:00 on the clock. */
    public long local(long epochSecond) {
        return epochSecond + offset(epochSecond);
    }

    /** The instant at which the clock's day began. */
    public long midnight(long epochSecond) {
        long midnight = Math.floorDiv(local(epochSecond), DAY) * DAY;
        long guess = midnight - offset(epochSecond);
        return midnight - offset(guess);
    }

    /** Whether a day of the clock, counted from 1970-01-01, is a Saturday or a Sunday. */
    public static boolean isWeekend(long localDay) {
        // 1970-01-01 was a Thursday.
        long fromSaturday = Math.floorMod(localDay - 2, 7L);
        return fromSaturday < 2;
    }
}
