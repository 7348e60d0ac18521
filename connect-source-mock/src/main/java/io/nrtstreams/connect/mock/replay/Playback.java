package io.nrtstreams.connect.mock.replay;

import java.util.OptionalLong;

/**
 * How a recording is played.
 *
 * @param clock what sets the pace
 * @param passes how often it is played, {@link Long#MAX_VALUE} for ever
 * @param origin where the times of the first pass begin
 */
public record Playback(Clock clock, long passes, Origin origin) {
    /** What sets the pace of a replay. */
    public enum Clock {
        /** One row a step, as a computed feed. */
        STEPS,
        /** The recorded times; a step is the nanoseconds that a recorded second takes. */
        RECORDED
    }

    /**
     * Where the times of a recording begin.
     *
     * @param moved whether they are moved at all
     * @param millis where to, in milliseconds since the epoch; empty for the start of the replay
     */
    public record Origin(boolean moved, OptionalLong millis) {
        /** Where they were recorded. */
        public static final Origin RECORDED = new Origin(false, OptionalLong.empty());

        /** At the moment when the replay first began, which its schedule remembers. */
        public static final Origin START = new Origin(true, OptionalLong.empty());

        /** At a moment in milliseconds since the epoch. */
        public static Origin at(long millis) {
            return new Origin(true, OptionalLong.of(millis));
        }
    }

    boolean loops() {
        return passes > 1;
    }
}
