package io.nrtstreams.bench.cleaning;

import org.jspecify.annotations.Nullable;

/** Work on each of the records of a pool, which were made beforehand. */
interface Subject {
    /** How many records a pool has. */
    int RECORDS = 1_024;

    /** Does the work on one record, from 0, and returns what came of it. */
    @Nullable Object take(int number);
}
