package io.nrtstreams.analytics.batch;

import io.nrtstreams.sql.row.TopicRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteOptions;

/**
 * The last record of each key of a range of offsets, once and for a single query. They lie in a store on the local disk while they are collected, so that memory is
 * bounded (some 100 MB at most) however many keys there are; the store is deleted with the rows.
 */
final class LastRecords implements Relation.Rows {

    private static final int PREFIX = Long.BYTES + Long.BYTES + Integer.BYTES;

    private final TopicPart.Records records;
    private final Path folder;
    private final Options options;
    private final RocksDB store;
    private @Nullable RocksIterator rows;
    private String topic = "";

    private LastRecords(TopicPart.Records records, Path folder, Options options, RocksDB store) {
        this.records = records;
        this.folder = folder;
        this.options = options;
        this.store = store;
    }

    /** Reads the whole range, and closes its reader. */
    static LastRecords of(TopicPart.Records records) {
        RocksDB.loadLibrary();
        Options options = new Options()
                .setCreateIfMissing(true)
                .setWriteBufferSize(32L << 20)
                .setMaxWriteBufferNumber(2);
        try {
            Path folder = Files.createTempDirectory("nrt-latest");
            RocksDB store = RocksDB.open(options, folder.toString());
            LastRecords rows = new LastRecords(records, folder, options, store);
            try {
                rows.collect();
            } catch (RocksDBException | RuntimeException e) {
                rows.close();
                throw e;
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary folder cannot be written", e);
        } catch (RocksDBException e) {
            throw new IllegalStateException(
                    "The rows of a table cannot be kept in the temporary folder: " + e.getMessage()
                            + ". Let it have room.",
                    e);
        }
    }

    private void collect() throws RocksDBException {
        try (WriteOptions writing = new WriteOptions().setDisableWAL(true)) {
            for (TopicRecord record = records.reader().next();
                    record != null;
                    record = records.reader().next()) {
                topic = record.topic();
                byte[] key = record.key();
                if (key == null) {
                    continue;
                }
                if (record.value() == null) {
                    store.delete(writing, key);
                } else {
                    store.put(writing, key, stored(record));
                }
            }
        } finally {
            records.reader().close();
        }
        RocksIterator all = store.newIterator();
        all.seekToFirst();
        rows = all;
    }

    private static byte[] stored(TopicRecord record) {
        byte[] value = record.value() == null ? new byte[0] : record.value();
        return ByteBuffer.allocate(PREFIX + value.length)
                .putLong(record.timestamp())
                .putLong(record.offset())
                .putInt(record.partition())
                .put(value)
                .array();
    }

    @Override
    public @Nullable Object @Nullable [] next() {
        RocksIterator at = rows;
        while (at != null && at.isValid()) {
            @Nullable Object[] values = records.values(record(at.key(), at.value()));
            at.next();
            if (values != null) {
                return values;
            }
        }
        return null;
    }

    private TopicRecord record(byte[] key, byte[] stored) {
        ByteBuffer prefix = ByteBuffer.wrap(stored);
        long timestamp = prefix.getLong();
        long offset = prefix.getLong();
        byte[] value = Arrays.copyOfRange(stored, PREFIX, stored.length);
        return new TopicRecord(topic, prefix.getInt(), offset, timestamp, key, value, List.of());
    }

    @Override
    public void close() {
        RocksIterator open = rows;
        if (open != null) {
            open.close();
        }
        store.close();
        options.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The temporary folder " + folder + " cannot be deleted", e);
        }
    }
}
