package io.nrtstreams.connect.mock;

import io.nrtstreams.connect.mock.series.Schedule;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.connect.errors.ConnectException;
import org.jspecify.annotations.Nullable;

/**
 * How far a shard has come, as Connect stores it: {@code position}, the number of records emitted, {@code schedule},
 * the text of the {@link Schedule} that says when each was due, and in that of the last record {@code complete}, true.
 *
 * @param position records emitted so far
 * @param schedule when they were due; null in an offset that a user wrote without one
 */
record SourceOffset(long position, @Nullable Schedule schedule) {
    static final String POSITION = "position";
    static final String SCHEDULE = "schedule";
    static final String COMPLETE = "complete";

    private static final Set<String> KEYS = Set.of(POSITION, SCHEDULE, COMPLETE);
    private static final String NEW_SCHEDULE = "; leave it out to begin a new schedule";

    /**
     * The form Connect stores, with the schedule's text made once for many offsets.
     *
     * @param last whether no record is left behind this one
     */
    static Map<String, Object> stored(long position, String schedule, boolean last) {
        return last
                ? Map.of(POSITION, position, SCHEDULE, schedule, COMPLETE, true)
                : Map.of(POSITION, position, SCHEDULE, schedule);
    }

    /** @throws ConnectException if it is not of the stored form; the message says which key and what was expected */
    static SourceOffset of(Map<String, ?> stored) {
        for (String key : stored.keySet()) {
            if (!KEYS.contains(key)) {
                throw refused(key, "there is no such key; an offset has position and, if known, schedule", null);
            }
        }
        if (stored.get(COMPLETE) != null && !(stored.get(COMPLETE) instanceof Boolean)) {
            throw refused(COMPLETE, "expected true or false; leave it out, the task finds out for itself", null);
        }
        long position = position(stored.get(POSITION));
        Schedule schedule = schedule(stored.get(SCHEDULE));
        if (schedule != null && schedule.first() > position) {
            throw refused(
                    SCHEDULE,
                    "begins at position " + schedule.first() + ", after the offset's position " + position
                            + NEW_SCHEDULE,
                    null);
        }
        return new SourceOffset(position, schedule);
    }

    private static long position(@Nullable Object stored) {
        // A number comes back from JSON as the narrowest type that holds it.
        boolean whole = stored instanceof Long || stored instanceof Integer;
        if (whole && stored instanceof Number number && number.longValue() >= 0) {
            return number.longValue();
        }
        throw refused(POSITION, "expected a whole number from 0, the records emitted so far", null);
    }

    private static @Nullable Schedule schedule(@Nullable Object stored) {
        if (stored == null) {
            return null;
        }
        try {
            return Schedule.parse(stored.toString());
        } catch (IllegalArgumentException e) {
            throw refused(SCHEDULE, e.getMessage() + NEW_SCHEDULE, e);
        }
    }

    private static ConnectException refused(String key, String message, @Nullable Throwable cause) {
        return new ConnectException("the source offset's " + key + ": " + message, cause);
    }
}
