package io.nrtstreams.connect.cleaning.core;

import java.util.concurrent.atomic.AtomicLong;

/** A count. One thread counts, any thread reads. */
public final class Counter {
    private final AtomicLong count = new AtomicLong();

    /** One more. */
    public void add() {
        // Without a fence, which a single writer does not need.
        count.setOpaque(count.getPlain() + 1);
    }

    /** How many so far. */
    public long value() {
        return count.getOpaque();
    }
}
