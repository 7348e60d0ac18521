package io.nrtstreams.analytics.query.store;

import io.nrtstreams.sql.SqlException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Snapshot;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteBufferManager;
import org.rocksdb.WriteOptions;

/**
 * A RocksDB with a part for each table and one for what is known of tables. All parts share one cache of {@link #CACHE_BYTES},
 * in which indexes, filters and what is not yet written to files count too; beyond it only iterators in use and the tables of
 * open files ({@link #OPEN_FILES}) take memory. Thread-safe.
 */
final class Database implements AutoCloseable {

    static final long CACHE_BYTES = 64L << 20;
    static final int OPEN_FILES = 256;

    private static final long UNWRITTEN_BYTES = 24L << 20;
    private static final long UNWRITTEN_BYTES_PER_TABLE = 8L << 20;
    private static final long ARENA_BYTES = 64L << 10;

    static {
        RocksDB.loadLibrary();
    }

    private final Cache cache = new LRUCache(CACHE_BYTES);
    private final WriteBufferManager unwritten = new WriteBufferManager(UNWRITTEN_BYTES, cache);
    private final BloomFilter filter = new BloomFilter(10);
    private final ColumnFamilyOptions familyOptions;
    private final DBOptions options;
    private final WriteOptions writeOptions = new WriteOptions();
    private final Map<String, Family> families = new HashMap<>();
    private final ColumnFamilyHandle known;
    private final RocksDB rocks;

    /**
     * Opens the database of a folder, which is made when it is not there.
     *
     * @throws SqlException when it cannot be opened, as when another server has it open
     */
    Database(Path folder) {
        this.familyOptions = new ColumnFamilyOptions()
                .setTableFormatConfig(new BlockBasedTableConfig()
                        .setBlockCache(cache)
                        .setFilterPolicy(filter)
                        .setCacheIndexAndFilterBlocks(true)
                        .setPinL0FilterAndIndexBlocksInCache(true))
                .setWriteBufferSize(UNWRITTEN_BYTES_PER_TABLE)
                .setArenaBlockSize(ARENA_BYTES)
                .setCompressionType(CompressionType.LZ4_COMPRESSION);
        this.options = new DBOptions()
                .setCreateIfMissing(true)
                .setWriteBufferManager(unwritten)
                .setMaxOpenFiles(OPEN_FILES)
                .setMaxBackgroundJobs(2)
                .setMaxTotalWalSize(64L << 20)
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
                .setKeepLogFileNum(2);
        List<ColumnFamilyHandle> handles = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            List<ColumnFamilyDescriptor> descriptors = descriptors(folder);
            this.rocks = RocksDB.open(options, folder.toString(), descriptors, handles);
        } catch (IOException | RocksDBException e) {
            closeOptions();
            SqlException problem = new SqlException("The store of tables in " + folder + " cannot be opened: "
                    + e.getMessage()
                    + ". See that no other server uses the folder, that this one may write to it, and that"
                    + " the disk is not full; the store may be deleted, and is then filled again.");
            problem.initCause(e);
            throw problem;
        }
        this.known = handles.get(0);
        for (ColumnFamilyHandle handle : handles.subList(1, handles.size())) {
            Family family = new Family(name(handle), handle);
            families.put(family.name(), family);
        }
    }

    private List<ColumnFamilyDescriptor> descriptors(Path folder) throws RocksDBException {
        List<ColumnFamilyDescriptor> descriptors = new ArrayList<>();
        descriptors.add(new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY, familyOptions));
        try (Options plain = new Options()) {
            for (byte[] name : RocksDB.listColumnFamilies(plain, folder.toString())) {
                if (!Arrays.equals(name, RocksDB.DEFAULT_COLUMN_FAMILY)) {
                    descriptors.add(new ColumnFamilyDescriptor(name, familyOptions));
                }
            }
        }
        return descriptors;
    }

    private static String name(ColumnFamilyHandle handle) {
        try {
            return text(handle.getName());
        } catch (RocksDBException e) {
            throw new StoreException("The names of the store's tables cannot be read", e);
        }
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    synchronized Optional<Family> family(String name) {
        return Optional.ofNullable(families.get(name));
    }

    synchronized List<String> families() {
        return List.copyOf(families.keySet());
    }

    /** A new and empty part. */
    synchronized Family create(String name) {
        try {
            Family family =
                    new Family(name, rocks.createColumnFamily(new ColumnFamilyDescriptor(bytes(name), familyOptions)));
            families.put(name, family);
            return family;
        } catch (RocksDBException e) {
            throw new StoreException("A table cannot be added to the store", e);
        }
    }

    /** Deletes a part, whose present readers may read on. */
    synchronized void drop(String name) {
        Family family = families.remove(name);
        if (family == null) {
            return;
        }
        try {
            rocks.dropColumnFamily(family.handle());
        } catch (RocksDBException e) {
            throw new StoreException("A table cannot be deleted from the store", e);
        } finally {
            family.release();
        }
    }

    Optional<byte[]> known(String key) {
        try {
            return Optional.ofNullable(rocks.get(known, bytes(key)));
        } catch (RocksDBException e) {
            throw new StoreException("What is known of a table cannot be read", e);
        }
    }

    void putKnown(WriteBatch batch, String key, byte[] value) throws RocksDBException {
        batch.put(known, bytes(key), value);
    }

    void deleteKnown(WriteBatch batch, String key) throws RocksDBException {
        batch.delete(known, bytes(key));
    }

    /** All at once or nothing; what was written survives the end of this process. */
    void write(WriteBatch batch) {
        try {
            rocks.write(writeOptions, batch);
        } catch (RocksDBException e) {
            throw new StoreException("Rows cannot be written to the store", e);
        }
    }

    /** The rows of all tables as they are now, to be released. */
    Snapshot snapshot() {
        return rocks.getSnapshot();
    }

    void release(Snapshot snapshot) {
        rocks.releaseSnapshot(snapshot);
    }

    RocksIterator iterator(Family family, ReadOptions reading) {
        return rocks.newIterator(family.handle(), reading);
    }

    /** Closes the files. Parts that are still read stay open in memory rather than break their readers. */
    @Override
    public synchronized void close() {
        boolean read = families.values().stream().anyMatch(Family::isUsedByOthers);
        families.values().forEach(Family::release);
        families.clear();
        if (read) {
            rocks.cancelAllBackgroundWork(true);
            return;
        }
        known.close();
        rocks.close();
        writeOptions.close();
        closeOptions();
    }

    private void closeOptions() {
        options.close();
        familyOptions.close();
        unwritten.close();
        filter.close();
        cache.close();
    }
}
