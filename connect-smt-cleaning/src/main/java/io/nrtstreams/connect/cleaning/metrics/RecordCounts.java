package io.nrtstreams.connect.cleaning.metrics;

import io.nrtstreams.connect.cleaning.core.Action;
import io.nrtstreams.connect.cleaning.core.Counter;

/** What became of the records of one transform. One thread counts, any thread reads. */
public final class RecordCounts {
    private final Counter records = new Counter();
    private final Counter changed = new Counter();
    private final Counter rejected = new Counter();
    private final Counter dropped = new Counter();
    private final Counter flagged = new Counter();

    /** A record came. */
    public void came() {
        records.add();
    }

    /** It was changed. */
    public void changed() {
        changed.add();
    }

    /** It was flagged. */
    public void flagged() {
        flagged.add();
    }

    /** It was refused. */
    public void refused(Action action) {
        if (action == Action.REJECT) {
            rejected.add();
        } else if (action == Action.DROP) {
            dropped.add();
        }
    }

    /** The count behind a metric of records. */
    long of(CleaningMetric metric) {
        return switch (metric) {
            case RECORDS -> records.value();
            case CHANGED -> changed.value();
            case REJECTED -> rejected.value();
            case DROPPED -> dropped.value();
            case FLAGGED -> flagged.value();
            case RULE_SEEN, RULE_CHANGED, RULE_FAILED -> throw new IllegalArgumentException(metric + " is a rule's");
        };
    }
}
