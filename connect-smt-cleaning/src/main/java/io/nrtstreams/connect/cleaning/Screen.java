package io.nrtstreams.connect.cleaning;

import io.nrtstreams.connect.cleaning.core.Cleaned;
import io.nrtstreams.connect.cleaning.core.Cleaner;
import io.nrtstreams.connect.cleaning.core.Outcome;
import io.nrtstreams.connect.cleaning.core.Refused;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.jspecify.annotations.Nullable;

/**
 * Lets one side of every record through a cleaner, and has the refused ones taken care of. Tombstones (null on that
 * side) and records that were rejected before pass untouched.
 */
record Screen(Side side, Cleaner cleaner, Rejects rejects) {
    <R extends ConnectRecord<R>> @Nullable R apply(R record) {
        Object given = side.of(record);
        if (given == null || Rejects.holds(record)) {
            return record;
        }
        Outcome outcome = cleaner.clean(given);
        if (outcome instanceof Cleaned cleaned) {
            return cleaned.value() == given ? record : side.replaced(record, cleaned.value());
        }
        return rejects.take(record, (Refused) outcome);
    }
}
