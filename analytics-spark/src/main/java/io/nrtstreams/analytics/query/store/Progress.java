package io.nrtstreams.analytics.query.store;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/**
 * How far a table has read each partition: the next offset, and the greatest time of a record. Written with the rows, so that
 * both are of the same moment. Written by one thread, read by any.
 */
final class Progress {

    private static final String PREFIX = "positions/";

    private final String family;
    private final AtomicLongArray next;
    private final AtomicLongArray times;
    private final long[] goals;

    private Progress(String family, int partitions) {
        this.family = family;
        this.next = new AtomicLongArray(partitions);
        this.times = new AtomicLongArray(partitions);
        this.goals = new long[partitions];
        Arrays.fill(goals, Long.MAX_VALUE);
        for (int i = 0; i < partitions; i++) {
            times.set(i, Long.MIN_VALUE);
        }
    }

    /** As the database has it, or at the start. */
    static Progress load(Database database, String family, int partitions) {
        Progress progress = new Progress(family, partitions);
        database.known(PREFIX + family).map(ByteBuffer::wrap).ifPresent(stored -> {
            for (int i = 0; i < partitions && stored.hasRemaining(); i++) {
                progress.next.set(i, stored.getLong());
                progress.times.set(i, stored.getLong());
            }
        });
        return progress;
    }

    void write(Database database, WriteBatch batch) throws RocksDBException {
        ByteBuffer stored = ByteBuffer.allocate(partitions() * 2 * Long.BYTES);
        for (int i = 0; i < partitions(); i++) {
            stored.putLong(next.get(i)).putLong(times.get(i));
        }
        database.putKnown(batch, PREFIX + family, stored.array());
    }

    static void delete(Database database, WriteBatch batch, String family) throws RocksDBException {
        database.deleteKnown(batch, PREFIX + family);
    }

    int partitions() {
        return next.length();
    }

    long next(int partition) {
        return next.get(partition);
    }

    long time(int partition) {
        return times.get(partition);
    }

    void read(int partition, long position) {
        next.set(partition, position);
    }

    void saw(int partition, long time) {
        if (time > times.get(partition)) {
            times.set(partition, time);
        }
    }

    /** What must be read before the table is up to date for the first time. */
    void goal(int partition, long end) {
        goals[partition] = end;
    }

    boolean isUpToDate() {
        for (int i = 0; i < goals.length; i++) {
            if (next.get(i) < goals[i]) {
                return false;
            }
        }
        return true;
    }

    /** Records still to be read before the table is up to date. */
    long behind() {
        long behind = 0;
        for (int i = 0; i < goals.length; i++) {
            behind += goals[i] == Long.MAX_VALUE ? 0 : Math.max(0, goals[i] - next.get(i));
        }
        return behind;
    }
}
