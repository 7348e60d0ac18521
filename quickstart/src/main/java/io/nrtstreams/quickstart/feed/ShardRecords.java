package io.nrtstreams.quickstart.feed;

import io.nrtstreams.connect.mock.RecordSeries;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/** The records of one shard, each with what is true behind it, where that is asked for. Holds one. */
final class ShardRecords implements Iterator<FeedRecord>, AutoCloseable {
    private final Stream<SourceRecord> recordStream;
    private final @Nullable Stream<Map<String, Object>> truthStream;
    private final Iterator<SourceRecord> records;
    private final Iterator<Map<String, Object>> truths;

    private ShardRecords(Stream<SourceRecord> records, @Nullable Stream<Map<String, Object>> truths) {
        this.recordStream = records;
        this.truthStream = truths;
        this.records = records.iterator();
        this.truths = truths == null ? Stream.<Map<String, Object>>empty().iterator() : truths.iterator();
    }

    /** The records at positions {@code from} to {@code to - 1} of a source partition. */
    static ShardRecords of(
            RecordSeries series,
            FeedTimes times,
            Explanation explanation,
            Map<String, ?> partition,
            long from,
            long to) {
        return new ShardRecords(
                times.records(series, partition, from, to),
                explanation == Explanation.NONE ? null : times.truths(series, partition, from, to));
    }

    @Override
    public boolean hasNext() {
        return records.hasNext();
    }

    @Override
    public FeedRecord next() {
        SourceRecord record = records.next();
        return new FeedRecord(record, truths.hasNext() ? Optional.of(truths.next()) : Optional.empty());
    }

    @Override
    public void close() {
        recordStream.close();
        if (truthStream != null) {
            truthStream.close();
        }
    }
}
