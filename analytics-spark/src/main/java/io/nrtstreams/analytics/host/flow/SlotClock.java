package io.nrtstreams.analytics.host.flow;

import io.nrtstreams.sql.operator.OperatorContext;

/**
 * The times that rows by one clock have reached in a slot. While a stream is behind, so that its next rows come with a later
 * batch, times do not go on beyond those of its records: another stream that is further must not make them late.
 */
final class SlotClock {

    private static final int SIDES = 2;

    /** As the rows say. */
    private final long[] seen = {OperatorContext.NO_TIME, OperatorContext.NO_TIME};
    /** As the operator is told. */
    private final long[] sides = {OperatorContext.NO_TIME, OperatorContext.NO_TIME};

    private long stream = OperatorContext.NO_TIME;
    private long limit = Long.MAX_VALUE;

    /** Lets times not go beyond this one, nor beyond those that were told before. */
    void limit(long to) {
        limit = Math.min(limit, to);
    }

    /** Takes note of a row, and of how far its side has come with it; whether the stream time moved. */
    boolean advance(int side, long time) {
        seen[side] = Math.max(seen[side], time);
        return reach(side, time);
    }

    private boolean reach(int side, long time) {
        sides[side] = Math.max(sides[side], Math.min(time, limit));
        boolean isLater = sides[side] > stream;
        stream = Math.max(stream, sides[side]);
        return isLater;
    }

    /**
     * Takes note of how far a side has come, and of how far all had come when they were limited: there are no rows left in
     * the batch that this could make late. Whether the stream time moved.
     */
    boolean end(int side, long time) {
        boolean isLater = advance(side, time);
        for (int i = 0; i < SIDES; i++) {
            isLater |= reach(i, seen[i]);
        }
        return isLater;
    }

    long streamTime() {
        return stream;
    }

    long sideTime(int side) {
        return sides[side];
    }

    void write(ByteSink out) {
        out.writeLong(stream);
        for (int i = 0; i < SIDES; i++) {
            out.writeLong(seen[i]);
            out.writeLong(sides[i]);
        }
    }

    static SlotClock read(ByteSource in) {
        SlotClock clock = new SlotClock();
        clock.stream = in.readLong();
        for (int i = 0; i < SIDES; i++) {
            clock.seen[i] = in.readLong();
            clock.sides[i] = in.readLong();
        }
        return clock;
    }
}
