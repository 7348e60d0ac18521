package io.nrtstreams.quickstart.feed;

import org.apache.kafka.connect.source.SourceRecord;

/** Where records are in their shards. */
final class Positions {
    private static final String POSITION = "position";

    private Positions() {}

    /** The number of a record in its shard, from 0: its offset counts the records up to and with it. */
    static long of(SourceRecord record) {
        Object counted = record.sourceOffset().get(POSITION);
        if (counted instanceof Number number) {
            return number.longValue() - 1;
        }
        throw new IllegalStateException("the offset of a record of the mock source has a " + POSITION);
    }
}
