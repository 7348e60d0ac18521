package io.nrtstreams.quickstart.feed;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/** The records of some shards in the order of their times, those of one shard in their own order. Holds one of each. */
final class FeedRecords implements Iterator<FeedRecord>, AutoCloseable {
    private final PriorityQueue<Head> heads =
            new PriorityQueue<>(Comparator.comparingLong(Head::time).thenComparingInt(Head::shard));
    private final List<ShardRecords> shards;

    private record Head(int shard, FeedRecord record) {
        long time() {
            return record.time();
        }
    }

    /** @param shards the records of each, to be closed with this */
    FeedRecords(List<ShardRecords> shards) {
        this.shards = List.copyOf(shards);
        for (int shard = 0; shard < shards.size(); shard++) {
            fill(shard);
        }
    }

    private void fill(int shard) {
        ShardRecords records = shards.get(shard);
        if (records.hasNext()) {
            heads.add(new Head(shard, records.next()));
        }
    }

    @Override
    public boolean hasNext() {
        return !heads.isEmpty();
    }

    @Override
    public FeedRecord next() {
        Head head = heads.poll();
        if (head == null) {
            throw new NoSuchElementException();
        }
        fill(head.shard());
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
        shards.forEach(ShardRecords::close);
    }
}
