package io.nrtstreams.connect.mock.replay;

import io.nrtstreams.connect.mock.series.Segment;
import org.jspecify.annotations.Nullable;

/**
 * Says when rows are due where the recorded times set the pace: the first row of a segment when it starts, the others
 * as much later as they were recorded later, times the segment's step for each second. Not thread-safe.
 */
final class RecordedClock {
    private static final double MICROS_PER_MILLI = 1e3;
    private static final double MICROS_PER_SECOND = 1e6;

    private long segment = -1;
    private boolean anchored;
    private double anchorMicros;
    private long due;

    /**
     * When a row is due, in nanoseconds since the epoch.
     *
     * @param row null for one that has no time, and follows the row before it at once
     * @param passMillis by how much the times of its pass are later than they were recorded
     */
    long due(Segment within, @Nullable RecordedRow row, long passMillis) {
        if (segment != within.from()) {
            segment = within.from();
            anchored = false;
            due = within.startNanos();
        }
        if (row != null) {
            // In a double, because the times of many passes are more than a long of microseconds can count.
            double micros = row.micros() + passMillis * MICROS_PER_MILLI;
            if (!anchored) {
                anchored = true;
                anchorMicros = micros;
            }
            double seconds = (micros - anchorMicros) / MICROS_PER_SECOND;
            due = within.startNanos() + (long) (seconds * within.stepNanos());
        }
        return due;
    }
}
