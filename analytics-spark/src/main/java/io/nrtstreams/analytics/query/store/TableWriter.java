package io.nrtstreams.analytics.query.store;

import io.nrtstreams.analytics.query.read.ConsumedRecords;
import io.nrtstreams.analytics.query.store.StoredTable.Opened;
import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.format.TopicCodec;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.row.TopicRecord;
import io.nrtstreams.sql.row.Window;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;
import org.rocksdb.WriteBatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the records of a table's topic as rows, with the positions behind them. Of several records of a key at a time only the
 * last is looked at. Single-threaded.
 */
final class TableWriter {

    private static final Logger LOG = LoggerFactory.getLogger(TableWriter.class);
    private static final byte[] NOTHING = {};
    private static final int MOST_EXPIRIES = 10_000;

    private final StoredTable table;
    private final Database database;
    private final Opened opened;
    private final TopicCodec codec;
    private final TableKeys keys;
    private long undecodable;

    TableWriter(StoredTable table, Opened opened, Database database, Formats formats) {
        this.table = table;
        this.database = database;
        this.opened = opened;
        this.codec = TopicCodec.of(table.wanted().table().layout(), formats);
        this.keys = new TableKeys(table.wanted().table().schema());
    }

    Opened opened() {
        return opened;
    }

    StoredTable table() {
        return table;
    }

    /**
     * Takes in records of one partition in their order; those before the table's position are left out.
     *
     * @param position behind the last of them
     */
    void write(int partition, List<ConsumerRecord<byte[], byte[]>> records, long position) {
        Progress progress = opened.progress();
        long from = progress.next(partition);
        if (position <= from) {
            return;
        }
        Map<ByteBuffer, ConsumerRecord<byte[], byte[]>> last = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (record.offset() >= from && record.key() != null) {
                last.put(ByteBuffer.wrap(record.key()), record);
                progress.saw(partition, record.timestamp());
            }
        }
        progress.read(partition, position);
        try (WriteBatch batch = new WriteBatch()) {
            for (ConsumerRecord<byte[], byte[]> record : last.values()) {
                add(ConsumedRecords.of(record), batch);
            }
            progress.write(database, batch);
            database.write(batch);
        } catch (RocksDBException e) {
            throw new StoreException("Rows cannot be written to the store", e);
        }
        table.noteProgress();
    }

    private void add(TopicRecord record, WriteBatch batch) throws RocksDBException {
        Row row;
        try {
            // What others write may not be of its format; then the row before stays.
            row = table.wanted().table().readOnly() ? codec.decode(record) : codec.decodeKeyOnly(record);
        } catch (DecodeException e) {
            undecodable++;
            if (Long.bitCount(undecodable) == 1) {
                LOG.warn(
                        "{} records of {} so far cannot be read and were left out, {}-{}@{} the last: {}",
                        undecodable,
                        table.wanted().table().name(),
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        e.getMessage());
            }
            return;
        }
        byte[] key = keys.key(row);
        Window window = row.window();
        byte[] expiry = window == null
                ? NOTHING
                : TableKeys.expiry(record.partition(), table.wanted().isSession() ? window.end() : window.start(), key);
        if (record.value() == null) {
            batch.delete(opened.family().handle(), key);
        } else {
            batch.put(opened.family().handle(), key, StoredRecord.bytes(record));
        }
        if (window != null && record.value() == null) {
            batch.delete(opened.family().handle(), expiry);
        } else if (window != null) {
            batch.put(opened.family().handle(), expiry, NOTHING);
        }
    }

    /** Deletes windows that are not kept any more, some at a time. */
    void expire() {
        Progress progress = opened.progress();
        for (int partition = 0; partition < progress.partitions(); partition++) {
            if (progress.time(partition) != Long.MIN_VALUE) {
                expire(partition, table.wanted().retention().keptFrom(progress.time(partition)));
            }
        }
    }

    private void expire(int partition, long before) {
        if (before <= 0) {
            return;
        }
        ByteRange range = TableKeys.expiries(partition, before);
        try (Slice end = new Slice(range.to() == null ? NOTHING : range.to());
                ReadOptions reading = new ReadOptions().setIterateUpperBound(end);
                RocksIterator entries = database.iterator(opened.family(), reading);
                WriteBatch batch = new WriteBatch()) {
            int count = 0;
            for (entries.seek(range.from()); entries.isValid() && count < MOST_EXPIRIES; entries.next()) {
                byte[] entry = entries.key();
                batch.delete(opened.family().handle(), entry);
                batch.delete(opened.family().handle(), TableKeys.keyOf(entry));
                count++;
            }
            if (count > 0) {
                database.write(batch);
            }
        } catch (RocksDBException e) {
            throw new StoreException("Old windows cannot be deleted from the store", e);
        }
    }
}
