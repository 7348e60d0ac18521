package io.nrtstreams.analytics.batch.history;

import java.util.Arrays;
import java.util.Locale;
import org.apache.hadoop.fs.Path;

/**
 * Objects that follow each other: those of one topic-partition, folder and lane. Each begins behind the last offset of the
 * one before (docs/decisions/sink-delivery.md). Eight bytes an object.
 *
 * @param suffix what stands behind the first offset in the objects' names
 * @param firsts the first offsets, ascending
 */
// The array is made once and never handed out.
@SuppressWarnings("ArrayRecordComponent")
record Chain(String topic, int partition, Path folder, String suffix, StoredFormat format, long[] firsts) {

    int size() {
        return firsts.length;
    }

    long first(int link) {
        return firsts[link];
    }

    Path object(int link) {
        return new Path(folder, String.format(Locale.ROOT, "%s+%d+%020d%s", topic, partition, firsts[link], suffix));
    }

    /** The last link that begins at the offset or before; the first one when all begin behind it. */
    int linkOf(long offset) {
        int found = Arrays.binarySearch(firsts, offset);
        return Math.max(0, found >= 0 ? found : -found - 2);
    }
}
