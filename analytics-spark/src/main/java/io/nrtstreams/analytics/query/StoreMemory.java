package io.nrtstreams.analytics.query;

import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * The memory that all stores share: {@value #CACHE} bytes of blocks, in which the {@value #BUFFERS} bytes of buffers for
 * writing are counted. Thread-safe.
 */
final class StoreMemory implements AutoCloseable {

    private static final long CACHE = 64L << 20;
    private static final long BUFFERS = 32L << 20;
    private static final int BLOOM_BITS = 10;

    static {
        RocksDB.loadLibrary();
    }

    private final LRUCache cache = new LRUCache(CACHE);
    private final WriteBufferManager buffers = new WriteBufferManager(BUFFERS, cache);
    private final BloomFilter bloom = new BloomFilter(BLOOM_BITS);

    /** Settings of one store, which its owner closes. */
    Options options() {
        BlockBasedTableConfig table = new BlockBasedTableConfig()
                .setBlockCache(cache)
                .setCacheIndexAndFilterBlocks(true)
                .setFilterPolicy(bloom);
        return new Options()
                .setCreateIfMissing(true)
                .setWriteBufferManager(buffers)
                .setTableFormatConfig(table)
                .setMaxOpenFiles(64)
                .setKeepLogFileNum(1)
                .setInfoLogLevel(org.rocksdb.InfoLogLevel.ERROR_LEVEL);
    }

    @Override
    public void close() {
        bloom.close();
        buffers.close();
        cache.close();
    }
}
