package io.nrtstreams.sql.host;

import io.nrtstreams.sql.operator.OperatorContext;

/** The times that rows of one partition have reached. */
final class Clock {

    private final int id;
    private long stream = OperatorContext.NO_TIME;
    private final long[] sides = {OperatorContext.NO_TIME, OperatorContext.NO_TIME};

    Clock(int id) {
        this.id = id;
    }

    int id() {
        return id;
    }

    /** Takes note of a row; whether the stream time moved. */
    boolean advance(int side, long time) {
        if (time > sides[side]) {
            sides[side] = time;
        }
        if (time > stream) {
            stream = time;
            return true;
        }
        return false;
    }

    long streamTime() {
        return stream;
    }

    long sideTime(int side) {
        return sides[side];
    }
}
