package io.nrtstreams.connect.mock.replay;

import io.nrtstreams.connect.mock.series.Cadence;
import io.nrtstreams.connect.mock.series.Content;
import io.nrtstreams.connect.mock.series.Shard;
import io.nrtstreams.connect.mock.series.Tape;

/**
 * The records of a recording.
 *
 * @param replay what is replayed
 * @param clock what sets the pace
 */
public record RecordedContent(Replay replay, Clock clock) implements Content {
    /** A rate at which no record waits. */
    public static final double UNTHROTTLED = 1e9;

    /** What sets the pace of a replay. */
    public enum Clock {
        /** One record a step, as a computed feed. */
        STEPS,
        /** The recorded times; a step is the nanoseconds that a recorded second takes. */
        RECORDED
    }

    @Override
    public String defaultTopic() {
        throw new IllegalStateException("a replay has to name its topic");
    }

    @Override
    public int devices() {
        return 1;
    }

    @Override
    public Cadence cadence() {
        return Cadence.even(UNTHROTTLED);
    }

    @Override
    public Tape open(Shard shard, long position, long end) {
        return RecordedTape.open(replay, clock, position, end);
    }
}
