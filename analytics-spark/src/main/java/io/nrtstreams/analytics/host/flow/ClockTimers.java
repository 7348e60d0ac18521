package io.nrtstreams.analytics.host.flow;

import org.jspecify.annotations.Nullable;

/** The times by one clock at which keys are to be looked at again: a tree of times, each with a key. Single-threaded. */
final class ClockTimers {

    private final StoredTree tree;
    private byte @Nullable [] first;
    private boolean isKnown;

    ClockTimers(StoredTree tree) {
        this.tree = tree;
    }

    void register(long time, byte[] key) {
        tree.put(entry(time, key), null);
        isKnown = false;
    }

    void delete(long time, byte[] key) {
        tree.remove(entry(time, key));
        isKnown = false;
    }

    /** Takes out the earliest time until a stream time, and the least key of those with that time; null when none is due. */
    byte @Nullable [] next(long streamTime) {
        if (!isKnown) {
            first = tree.first();
            isKnown = true;
        }
        byte[] earliest = first;
        if (earliest == null || time(earliest) > streamTime) {
            return null;
        }
        tree.remove(earliest);
        isKnown = false;
        return earliest;
    }

    static long time(byte[] entry) {
        return SortableBytes.readTime(new ByteSource(entry));
    }

    void flush() {
        tree.flush();
    }

    private static byte[] entry(long time, byte[] key) {
        ByteSink out = new ByteSink(Long.BYTES + key.length);
        SortableBytes.writeTime(time, out);
        out.writeRaw(key);
        return out.toBytes();
    }
}
