package io.nrtstreams.sql.operator;

import io.nrtstreams.sql.state.StateKey;

/** What a keyed operator is told of where it stands. Times are in ms since the epoch. */
public interface OperatorContext {

    /** Before the first row. */
    long NO_TIME = Long.MIN_VALUE;

    /** The latest time of the rows that came to the operator, all inputs together, with the row at hand. */
    long streamTime();

    /** The latest time of the rows of one input, with the row at hand; {@link #NO_TIME} before its first. */
    long sideTime(int side);

    /** The key at hand. */
    StateKey key();
}
