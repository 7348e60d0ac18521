package io.nrtstreams.connect.mock;

import io.nrtstreams.connect.mock.series.Schedule;
import java.util.ArrayList;
import java.util.List;
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
 * @param complete whether it says that no record is left
 */
record SourceOffset(long position, @Nullable Schedule schedule, boolean complete) {
    static final String POSITION = "position";
    static final String SCHEDULE = "schedule";
    static final String COMPLETE = "complete";

    /** Of a shard that has emitted nothing. */
    static final SourceOffset NONE = new SourceOffset(0, null, false);

    private static final Set<String> KEYS = Set.of(POSITION, SCHEDULE, COMPLETE);
    private static final String NEW_SCHEDULE = "; leave it out to begin a new schedule";

    /** @throws ConnectException if it is not of the stored form; the message says which keys and what was expected */
    static SourceOffset of(Map<String, ?> stored) {
        List<String> mistakes = new ArrayList<>();
        SourceOffset offset = read(stored, mistakes);
        if (!mistakes.isEmpty()) {
            throw new ConnectException(String.join("; ", mistakes));
        }
        return offset;
    }

    /** What could be read; what is not of the stored form is added to {@code mistakes}. */
    static SourceOffset read(Map<String, ?> stored, List<String> mistakes) {
        stored.keySet().stream()
                .filter(key -> !KEYS.contains(key))
                .sorted()
                .forEach(key -> mistakes.add(
                        mistake(key, "there is no such key; an offset has position and, if known, schedule")));
        long position = position(stored.get(POSITION), mistakes);
        Schedule schedule = schedule(stored.get(SCHEDULE), mistakes);
        if (schedule != null && schedule.first() > position) {
            mistakes.add(mistake(
                    SCHEDULE,
                    "begins at position " + schedule.first() + ", after the offset's position " + position
                            + NEW_SCHEDULE));
        }
        return new SourceOffset(position, schedule, complete(stored.get(COMPLETE), mistakes));
    }

    private static long position(@Nullable Object stored, List<String> mistakes) {
        // A number comes back from JSON as the narrowest type that holds it.
        boolean whole = stored instanceof Long || stored instanceof Integer;
        if (whole && stored instanceof Number number && number.longValue() >= 0) {
            return number.longValue();
        }
        mistakes.add(mistake(POSITION, "expected a whole number from 0, the records emitted so far"));
        return 0;
    }

    private static @Nullable Schedule schedule(@Nullable Object stored, List<String> mistakes) {
        if (stored == null) {
            return null;
        }
        try {
            return Schedule.parse(stored.toString());
        } catch (IllegalArgumentException e) {
            mistakes.add(mistake(SCHEDULE, e.getMessage() + NEW_SCHEDULE));
            return null;
        }
    }

    private static boolean complete(@Nullable Object stored, List<String> mistakes) {
        if (stored != null && !(stored instanceof Boolean)) {
            mistakes.add(mistake(COMPLETE, "expected true or false; leave it out, the task finds out for itself"));
        }
        return Boolean.TRUE.equals(stored);
    }

    static String mistake(String key, String message) {
        return "the source offset's " + key + ": " + message;
    }
}
