package io.nrtstreams.analytics.query.store;

import io.nrtstreams.analytics.query.store.StoredTable.Opened;
import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.format.TopicCodec;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.row.TopicRecord;
import io.nrtstreams.sql.row.Window;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;
import org.rocksdb.Snapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rows of a table on their way: as they were when the reading began. Holds one row and what the
 * database pins for an iterator. Used by one thread; {@link #close} only when no call is under way.
 */
public final class StoredRows implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoredRows.class);

    private final StoredTable table;
    private final Database database;
    private final Opened opened;
    private final TopicCodec codec;
    private final Iterator<ByteRange> ranges;
    private @Nullable RocksIterator rows;
    private @Nullable ReadOptions reading;
    private @Nullable Slice end;
    /** Of several ranges, so that all are of one moment; an iterator is of one by itself. */
    private final @Nullable Snapshot snapshot;

    private boolean closed;

    StoredRows(StoredTable table, Database database, Opened opened, List<ByteRange> ranges) {
        this.table = table;
        this.database = database;
        this.opened = opened;
        this.codec = table.takeCodec();
        this.ranges = ranges.iterator();
        this.snapshot = ranges.size() > 1 ? database.snapshot() : null;
    }

    /** The next row with key, window, value and timestamp; null behind the last one. */
    public @Nullable Row next() {
        if (closed) {
            throw new IllegalStateException("the reading of rows is closed");
        }
        while (true) {
            RocksIterator current = rows;
            if (current == null) {
                if (!ranges.hasNext()) {
                    return null;
                }
                begin(ranges.next());
                continue;
            }
            if (!current.isValid()) {
                finish();
                continue;
            }
            byte[] stored = current.value();
            current.next();
            Row row = row(stored);
            if (row != null) {
                return row;
            }
        }
    }

    private void begin(ByteRange range) {
        ReadOptions options = new ReadOptions();
        Snapshot moment = snapshot;
        if (moment != null) {
            options.setSnapshot(moment);
        }
        byte[] to = range.to();
        if (to != null) {
            end = new Slice(to);
            options.setIterateUpperBound(end);
        }
        reading = options;
        RocksIterator iterator = database.iterator(opened.family(), options);
        iterator.seek(range.from());
        rows = iterator;
    }

    private @Nullable Row row(byte[] stored) {
        TopicRecord record = StoredRecord.record(table.wanted().topic(), stored);
        try {
            Row row = codec.decode(record);
            return isKept(row, record.partition()) ? row : null;
        } catch (DecodeException e) {
            LOG.warn(
                    "A row of {} was left out as it cannot be read: {}",
                    table.wanted().table().name(),
                    e.getMessage());
            return null;
        }
    }

    private boolean isKept(Row row, int partition) {
        Window window = row.window();
        if (window == null || partition >= opened.progress().partitions()) {
            return true;
        }
        long age = table.wanted().isSession() ? window.end() : window.start();
        long streamTime = opened.progress().time(partition);
        return streamTime == Long.MIN_VALUE || age >= table.wanted().retention().keptFrom(streamTime);
    }

    private void finish() {
        RocksIterator current = rows;
        if (current != null) {
            current.close();
            rows = null;
        }
        ReadOptions options = reading;
        if (options != null) {
            options.close();
            reading = null;
        }
        Slice last = end;
        if (last != null) {
            last.close();
            end = null;
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            finish();
            Snapshot moment = snapshot;
            if (moment != null) {
                database.release(moment);
            }
            table.giveBack(codec);
            opened.family().release();
        }
    }
}
