package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.Counter;

/** How often a rule ran and what came of it. One thread counts, any thread reads. */
public final class RuleMeter {
    private final Counter seen = new Counter();
    private final Counter changed = new Counter();
    private final Counter failed = new Counter();

    RuleMeter() {}

    /** Fields that the rule looked at, those without a value included. */
    public long seen() {
        return seen.value();
    }

    /** Fields whose value the rule changed, other than by its {@code else}. */
    public long changed() {
        return changed.value();
    }

    /** Fields whose value did not fit, so that the rule's {@code else} was carried out. */
    public long failed() {
        return failed.value();
    }

    void countSeen() {
        seen.add();
    }

    void countChanged() {
        changed.add();
    }

    void countFailed() {
        failed.add();
    }
}
