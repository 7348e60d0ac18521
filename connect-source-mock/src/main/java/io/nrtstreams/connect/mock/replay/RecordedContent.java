package io.nrtstreams.connect.mock.replay;

import io.nrtstreams.connect.mock.output.Output;
import io.nrtstreams.connect.mock.series.Cadence;
import io.nrtstreams.connect.mock.series.Content;
import io.nrtstreams.connect.mock.series.Pacing.Memory;
import io.nrtstreams.connect.mock.series.Shard;
import io.nrtstreams.connect.mock.series.Tape;

/**
 * The records of a recording.
 *
 * @param replay what is replayed
 * @param layout the records that are made of it
 * @param playback how it is played
 * @param badRows what becomes of rows that do not fit the layout
 * @param output the form of the values; native is the row as it is in the file
 */
public record RecordedContent(Replay replay, Layout layout, Playback playback, BadRows badRows, Output output)
        implements Content {
    /** A rate at which no record waits. */
    public static final double UNTHROTTLED = 1e9;

    @Override
    public String defaultTopic() {
        throw new IllegalStateException("a replay has to name its topic");
    }

    @Override
    public int devices() {
        return 1;
    }

    @Override
    public int defaultShards() {
        return 1;
    }

    @Override
    public boolean isComputed() {
        return false;
    }

    @Override
    public Cadence cadence() {
        return Cadence.even(UNTHROTTLED);
    }

    @Override
    public Memory memory() {
        return playback.origin().equals(Playback.Origin.START) ? Memory.ORIGIN : Memory.NONE;
    }

    @Override
    public Tape open(Shard shard, long position, long end) {
        return RecordedTape.open(this, position, end);
    }
}
