package io.nrtstreams.quickstart.feed;

import io.nrtstreams.quickstart.CommandFailure;

/**
 * Which records are printed.
 *
 * @param from the first, from 0
 * @param count how many, from 0
 */
public record FeedRange(long from, long count) {
    /** @throws CommandFailure if one of them is negative */
    public FeedRange {
        require("--from", from);
        require("--count", count);
    }

    private static void require(String option, long value) {
        if (value < 0) {
            throw new CommandFailure(option + ": expected a whole number from 0, got " + value);
        }
    }

    /** The one after the last. */
    long to() {
        return count > Long.MAX_VALUE - from ? Long.MAX_VALUE : from + count;
    }
}
