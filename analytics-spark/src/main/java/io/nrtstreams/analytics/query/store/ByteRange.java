package io.nrtstreams.analytics.query.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keys from one on and before another.
 *
 * @param to null when there is no end
 */
// Bytes as the store has them.
@SuppressWarnings("ArrayRecordComponent")
record ByteRange(byte[] from, byte @Nullable [] to) {

    /** The keys that begin with these bytes. */
    static ByteRange of(byte[] prefix) {
        return new ByteRange(prefix, after(prefix));
    }

    /** The first key behind all those that begin with these bytes; null when there is none. */
    static byte @Nullable [] after(byte[] prefix) {
        for (int i = prefix.length - 1; i >= 0; i--) {
            if (prefix[i] != (byte) 0xFF) {
                byte[] next = Arrays.copyOf(prefix, i + 1);
                next[i]++;
                return next;
            }
        }
        return null;
    }

    boolean isEmpty() {
        return to != null && Arrays.compareUnsigned(from, to) >= 0;
    }

    /** The same keys in their order, each in one range only. */
    static List<ByteRange> merged(List<ByteRange> ranges) {
        List<ByteRange> sorted = ranges.stream()
                .filter(range -> !range.isEmpty())
                .sorted(Comparator.comparing(ByteRange::from, Arrays::compareUnsigned))
                .toList();
        List<ByteRange> merged = new ArrayList<>();
        for (ByteRange range : sorted) {
            ByteRange last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && last.reaches(range.from)) {
                merged.set(merged.size() - 1, new ByteRange(last.from, later(last.to, range.to)));
            } else {
                merged.add(range);
            }
        }
        return merged;
    }

    private boolean reaches(byte[] key) {
        return to == null || Arrays.compareUnsigned(key, to) <= 0;
    }

    private static byte @Nullable [] later(byte @Nullable [] one, byte @Nullable [] other) {
        if (one == null || other == null) {
            return null;
        }
        return Arrays.compareUnsigned(one, other) >= 0 ? one : other;
    }
}
