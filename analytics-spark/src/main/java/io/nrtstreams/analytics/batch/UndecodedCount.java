package io.nrtstreams.analytics.batch;

import java.io.Serializable;
import org.apache.spark.util.LongAccumulator;

/** How many records a query left out, as they did not decode; those of tasks that ran twice count twice. */
record UndecodedCount(LongAccumulator count) implements Serializable {

    void add(long records) {
        count.add(records);
    }

    long value() {
        return count.value();
    }
}
