package io.nrtstreams.analytics.query;

import io.nrtstreams.sql.catalog.DataSource;
import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.format.TopicCodec;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.row.TopicRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * The rows of one table on disk, as its topic tells them. What is stored of each row is its record; positions in the topic
 * are stored in the same step as the rows, so that after a crash it goes on where it stands. One thread writes, any may read.
 */
final class TableStore implements AutoCloseable {

    private static final byte ROW = 1;
    private static final byte POSITION = 2;
    private static final byte[] END_OF_ROWS = {POSITION};

    private final DataSource table;
    private final Formats formats;
    private final Path folder;
    private final Options options;
    private final RocksDB database;
    private final TopicCodec codec;

    private TableStore(DataSource table, Formats formats, Path folder, Options options, RocksDB database) {
        this.table = table;
        this.formats = formats;
        this.folder = folder;
        this.options = options;
        this.database = database;
        this.codec = TopicCodec.of(table.layout(), formats);
    }

    static TableStore open(DataSource table, Formats formats, Path folder, StoreMemory memory) {
        Options options = memory.options();
        try {
            Files.createDirectories(folder);
            return new TableStore(table, formats, folder, options, RocksDB.open(options, folder.toString()));
        } catch (RocksDBException e) {
            options.close();
            throw new IllegalStateException(
                    "The store of " + table.name() + " in " + folder + " cannot be opened (" + e.getMessage()
                            + "). See whether another server uses the folder, and whether the disk is full.",
                    e);
        } catch (IOException e) {
            options.close();
            throw new UncheckedIOException(e);
        }
    }

    DataSource table() {
        return table;
    }

    /** Where to read a partition from. */
    long position(int partition) {
        try {
            byte[] stored = database.get(positionKey(partition));
            return stored == null ? 0 : ByteBuffer.wrap(stored).getLong();
        } catch (RocksDBException e) {
            throw broken(e);
        }
    }

    /**
     * Takes in records of one partition, all or none.
     *
     * @param next the position behind them
     * @param undecodable takes what cannot be decoded, which is left out
     */
    void apply(List<TopicRecord> records, int partition, long next, Consumer<TopicRecord> undecodable) {
        try (WriteBatch batch = new WriteBatch();
                WriteOptions write = new WriteOptions()) {
            for (TopicRecord record : records) {
                apply(record, batch, undecodable);
            }
            batch.put(positionKey(partition), ByteBuffer.allocate(8).putLong(next).array());
            database.write(write, batch);
        } catch (RocksDBException e) {
            throw broken(e);
        }
    }

    private void apply(TopicRecord record, WriteBatch batch, Consumer<TopicRecord> undecodable)
            throws RocksDBException {
        if (record.key() == null) {
            return;
        }
        Row row;
        try {
            row = codec.decode(record);
        } catch (DecodeException e) {
            undecodable.accept(record);
            return;
        }
        byte[] key = rowKey(KeyBytes.of(row.key(), row.window()));
        if (row.value() == null) {
            batch.delete(key);
        } else {
            batch.put(key, stored(record));
        }
    }

    private static byte[] positionKey(int partition) {
        return ByteBuffer.allocate(5).put(POSITION).putInt(partition).array();
    }

    private static byte[] rowKey(byte[] key) {
        return ByteBuffer.allocate(key.length + 1).put(ROW).put(key).array();
    }

    private static byte[] stored(TopicRecord record) {
        byte[] key = record.key();
        byte[] value = record.value();
        if (key == null || value == null) {
            throw new IllegalArgumentException("a record without key or value is no row");
        }
        return ByteBuffer.allocate(24 + key.length + value.length)
                .putInt(record.partition())
                .putLong(record.offset())
                .putLong(record.timestamp())
                .putInt(key.length)
                .put(key)
                .put(value)
                .array();
    }

    private TopicRecord record(byte[] stored) {
        ByteBuffer in = ByteBuffer.wrap(stored);
        int partition = in.getInt();
        long offset = in.getLong();
        long timestamp = in.getLong();
        byte[] key = new byte[in.getInt()];
        in.get(key);
        byte[] value = new byte[in.remaining()];
        in.get(value);
        return new TopicRecord(table.layout().topic(), partition, offset, timestamp, key, value, List.of());
    }

    /** The rows of these keys, window after window, as they are now; of all keys when there are none. */
    Rows rows(List<@Nullable Object[]> keys) {
        return new Rows(keys);
    }

    /** Rows one after the other, of one moment. Used by one thread. */
    final class Rows implements AutoCloseable {

        private final ReadOptions read = new ReadOptions();
        private final RocksIterator iterator = database.newIterator(read);
        private final TopicCodec decoder = TopicCodec.of(table.layout(), formats);
        private final List<@Nullable Object[]> keys;
        private int nextKey;
        private byte[] prefix = {ROW};

        private Rows(List<@Nullable Object[]> keys) {
            this.keys = keys;
            if (keys.isEmpty()) {
                iterator.seek(prefix);
            } else {
                seekNext();
            }
        }

        private void seekNext() {
            prefix = rowKey(KeyBytes.of(keys.get(nextKey++)));
            iterator.seek(prefix);
        }

        boolean hasNext() {
            while (!isAtRow()) {
                if (nextKey >= keys.size()) {
                    return false;
                }
                seekNext();
            }
            return true;
        }

        private boolean isAtRow() {
            if (!iterator.isValid()) {
                return false;
            }
            byte[] key = iterator.key();
            return key.length >= prefix.length
                    && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length)
                    && Arrays.compareUnsigned(key, END_OF_ROWS) < 0;
        }

        Row next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            try {
                Row row = decoder.decode(record(iterator.value()));
                iterator.next();
                return row;
            } catch (DecodeException e) {
                throw new IllegalStateException("what the store of " + table.name() + " holds was decoded before", e);
            }
        }

        @Override
        public void close() {
            iterator.close();
            read.close();
        }
    }

    private IllegalStateException broken(RocksDBException e) {
        return new IllegalStateException(
                "The store of " + table.name() + " in " + folder + " does not work (" + e.getMessage()
                        + "). See whether the disk is full.",
                e);
    }

    /** Closes it and leaves nothing on the disk. */
    void destroy() {
        close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        database.close();
        options.close();
    }

    /** For messages. */
    @Override
    public String toString() {
        return "the store of " + table.name();
    }
}
