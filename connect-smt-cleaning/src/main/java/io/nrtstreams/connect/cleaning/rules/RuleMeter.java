package io.nrtstreams.connect.cleaning.rules;

import java.util.concurrent.atomic.AtomicLong;

/** How often a rule ran and what came of it. One thread counts, any thread reads. */
public final class RuleMeter {
    private final AtomicLong seen = new AtomicLong();
    private final AtomicLong changed = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();

    RuleMeter() {}

    /** Fields that the rule looked at, those without a value included. */
    public long seen() {
        return seen.get();
    }

    /** Fields whose value the rule changed, other than by its {@code else}. */
    public long changed() {
        return changed.get();
    }

    /** Fields whose value did not fit, so that the rule's {@code else} was carried out. */
    public long failed() {
        return failed.get();
    }

    void countSeen() {
        count(seen);
    }

    void countChanged() {
        count(changed);
    }

    void countFailed() {
        count(failed);
    }

    /** Without a fence, which a single writer does not need. */
    private static void count(AtomicLong counter) {
        counter.setOpaque(counter.getPlain() + 1);
    }
}
