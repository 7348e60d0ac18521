package io.nrtstreams.connect.s3;

import io.nrtstreams.connect.s3.delivery.Clocks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test moves. */
public final class FakeClock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private volatile Duration jumped = Duration.ZERO;

    public void advance(Duration step) {
        now = now.plus(step);
    }

    /** The time of day is set by somebody. */
    public void jump(Duration step) {
        jumped = jumped.plus(step);
    }

    @Override
    public Instant instant() {
        return now;
    }

    public Clocks clocks() {
        return new Clocks(() -> now.plus(jumped), this);
    }
}
