package io.nrtstreams.analytics.batch.history;

import io.nrtstreams.analytics.host.output.SourceException;
import io.nrtstreams.sql.row.TopicRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.hadoop.fs.FileSystem;
import org.jspecify.annotations.Nullable;

/**
 * The records of all chains of a topic-partition in the order of their offsets, each offset once. Objects whose ranges
 * overlap are open at the same time, at most {@value #OPEN}, each with its buffers and one record. Single-threaded.
 */
final class Merge {

    private static final int OPEN = 256;

    private final PriorityQueue<ChainCursor> cursors = new PriorityQueue<>(Comparator.comparingLong(ChainCursor::next));
    private long given;

    Merge(FileSystem files, List<Chain> chains, RecordMaker maker, long from) {
        this.given = from - 1;
        for (Chain chain : chains) {
            put(new ChainCursor(files, chain, maker, from));
        }
    }

    private void put(ChainCursor cursor) {
        if (cursor.next() < Long.MAX_VALUE) {
            cursors.add(cursor);
        }
    }

    /** The next record; null when none is left below the offset. */
    @Nullable TopicRecord next(long until) {
        while (true) {
            ChainCursor first = cursors.poll();
            if (first == null) {
                return null;
            }
            boolean wasOpen = first.isOpen();
            TopicRecord record = first.next() < until ? first.peek() : null;
            boolean isNext = record != null && first.next() < until && isFirst(first);
            if (isNext) {
                first.advance();
            }
            boolean isOver = record == null && first.next() >= until && isFirst(first);
            put(first);
            if (!wasOpen) {
                requireFew();
            }
            if (isOver) {
                return null;
            }
            if (isNext && record != null && record.offset() > given) {
                given = record.offset();
                return record;
            }
        }
    }

    /** Whether no other chain has a record before this one's, which is known when its object was opened. */
    private boolean isFirst(ChainCursor cursor) {
        ChainCursor other = cursors.peek();
        return other == null || cursor.next() <= other.next();
    }

    private void requireFew() {
        long open = cursors.stream().filter(ChainCursor::isOpen).count();
        if (open > OPEN) {
            throw new SourceException("More than " + OPEN + " objects hold the records behind offset " + given
                    + ", so that too many would have to be open at the same time. Let the sink part folders by time rather"
                    + " than by values, or begin a stream over a copy of the topic.");
        }
    }

    /** Whether no chain has a record behind what was given last. */
    boolean isExhausted() {
        return cursors.isEmpty();
    }

    /** The last offset that was given, or the one before the first. */
    long given() {
        return given;
    }

    /** Nothing below the offset is wanted any more. */
    void passed(long until) {
        given = Math.max(given, until - 1);
    }

    void close() {
        List<ChainCursor> all = new ArrayList<>(cursors);
        cursors.clear();
        all.forEach(ChainCursor::close);
    }
}
