package io.nrtstreams.analytics.rest;

import io.nrtstreams.analytics.sql.ErrorCode;
import java.util.concurrent.atomic.AtomicLong;

/** Bounds what the bodies of all requests take together, until they are answered. Thread-safe. */
final class BodyBudget {

    private static final int BODIES = 16;

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    /** @param largest how large one body may be; this many of them have room */
    BodyBudget(int largest) {
        this.most = (long) largest * BODIES;
    }

    /** @throws RefusedRequest when there is no room; nothing is taken then */
    void take(int bytes) {
        if (taken.addAndGet(bytes) > most) {
            taken.addAndGet(-bytes);
            throw new RefusedRequest(
                    ErrorCode.TOO_MANY_REQUESTS,
                    "the requests that wait are too large together: send this one again later");
        }
    }

    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }

    long taken() {
        return taken.get();
    }
}
