package io.nrtstreams.quickstart.feed;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.apache.kafka.connect.source.SourceRecord;

/** The records of some shards in the order of their times, those of one shard in their own order. Holds one of each. */
final class FeedRecords implements Iterator<SourceRecord>, AutoCloseable {
    private final PriorityQueue<Head> heads =
            new PriorityQueue<>(Comparator.comparingLong(Head::time).thenComparingInt(Head::shard));
    private final List<Stream<SourceRecord>> streams;

    private record Head(int shard, SourceRecord record, Iterator<SourceRecord> rest) {
        long time() {
            return record.timestamp();
        }
    }

    /** @param shards the records of each, to be closed with this */
    FeedRecords(List<Stream<SourceRecord>> shards) {
        streams = List.copyOf(shards);
        for (int shard = 0; shard < streams.size(); shard++) {
            add(shard, streams.get(shard).iterator());
        }
    }

    private void add(int shard, Iterator<SourceRecord> records) {
        if (records.hasNext()) {
            heads.add(new Head(shard, records.next(), records));
        }
    }

    @Override
    public boolean hasNext() {
        return !heads.isEmpty();
    }

    @Override
    public SourceRecord next() {
        Head head = heads.poll();
        if (head == null) {
            throw new NoSuchElementException();
        }
        add(head.shard(), head.rest());
        return head.record();
    }

    /** Passes over so many, as far as there are any. */
    void skip(long count) {
        for (long i = 0; i < count && hasNext(); i++) {
            next();
        }
    }

    @Override
    public void close() {
        streams.forEach(Stream::close);
    }
}
