package io.nrtstreams.connect.mock.replay;

/**
 * What has to be known of a recording as a whole before its times can be moved.
 *
 * @param rows its rows, bad ones included
 * @param good rows that can be replayed
 * @param firstMicros the time of the first good row, in microseconds since the epoch
 * @param earliestMicros the earliest time of all
 * @param latestMicros the latest time of all
 */
record Survey(long rows, long good, long firstMicros, long earliestMicros, long latestMicros) {
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long MICROS_PER_MILLI = 1_000;

    /**
     * Reads a recording to its end, or to its first good row.
     *
     * @throws RecordingException if a row is bad where that is a failure, or no row is good
     */
    static Survey of(RecordedContent content, boolean whole) {
        long rows = 0;
        long good = 0;
        long first = 0;
        long earliest = Long.MAX_VALUE;
        long latest = Long.MIN_VALUE;
        try (Recording recording = Recording.open(content.replay(), content.layout())) {
            while ((whole || good == 0) && recording.next()) {
                rows++;
                try {
                    long micros = recording.read().micros();
                    first = good == 0 ? micros : first;
                    earliest = Math.min(earliest, micros);
                    latest = Math.max(latest, micros);
                    good++;
                } catch (BadRowException e) {
                    if (content.badRows() == BadRows.FAIL) {
                        throw new RecordingException(e.at(recording.coordinates()), null);
                    }
                }
            }
        }
        if (good == 0) {
            throw new RecordingException(
                    content.replay().source() + ": has no row that could be replayed; name another file", null);
        }
        return new Survey(rows, good, first, earliest, latest);
    }

    /**
     * By how much each pass is later than the one before: the length of the recording and one mean gap, or one second
     * if all rows have one time; rounded up to a whole number of {@code granularityMillis}.
     */
    long periodMillis(long granularityMillis) {
        long length = latestMicros - earliestMicros;
        long gap = length == 0 ? MICROS_PER_SECOND : length / (good - 1);
        long step = granularityMillis * MICROS_PER_MILLI;
        return -Math.floorDiv(-(length + gap), step) * granularityMillis;
    }

    long firstMillis() {
        return firstMicros / MICROS_PER_MILLI;
    }
}
