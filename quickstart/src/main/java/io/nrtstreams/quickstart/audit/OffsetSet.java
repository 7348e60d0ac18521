package io.nrtstreams.quickstart.audit;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * A set of offsets of one topic-partition. It takes one bit an offset where offsets lie close together, so a hundred
 * million records fit into 12 MB. Not thread-safe.
 */
final class OffsetSet {
    private static final int CHUNK_BITS = 16;

    private final Map<Long, BitSet> chunks = new HashMap<>();
    private long size;

    /** Adds {@code offset}; false if it was there already. */
    boolean add(long offset) {
        BitSet chunk = chunks.computeIfAbsent(offset >>> CHUNK_BITS, c -> new BitSet());
        int bit = (int) (offset & ((1 << CHUNK_BITS) - 1));
        if (chunk.get(bit)) {
            return false;
        }
        chunk.set(bit);
        size++;
        return true;
    }

    boolean contains(long offset) {
        BitSet chunk = chunks.get(offset >>> CHUNK_BITS);
        return chunk != null && chunk.get((int) (offset & ((1 << CHUNK_BITS) - 1)));
    }

    long size() {
        return size;
    }

    /** The offsets in ascending order. */
    LongStream ascending() {
        return new TreeMap<>(chunks).entrySet().stream().flatMapToLong(entry -> {
            long base = entry.getKey() << CHUNK_BITS;
            return entry.getValue().stream().mapToLong(bit -> base + bit);
        });
    }

    /** A range, for a message: {@code 4-9}, or {@code 4} where it is one offset. */
    static String range(long first, long last) {
        return first == last ? Long.toString(first) : first + "-" + last;
    }

    /** The first few offsets as ranges, for a message: {@code 4-9, 12}. */
    static String ranges(LongStream ascending) {
        StringBuilder text = new StringBuilder();
        int shown = 0;
        PrimitiveIterator.OfLong offsets = ascending.iterator();
        long next = offsets.hasNext() ? offsets.nextLong() : -1;
        while (next >= 0 && shown < 5) {
            long first = next;
            long last = first;
            next = offsets.hasNext() ? offsets.nextLong() : -1;
            while (next == last + 1) {
                last = next;
                next = offsets.hasNext() ? offsets.nextLong() : -1;
            }
            text.append(shown == 0 ? "" : ", ").append(range(first, last));
            shown++;
        }
        return next >= 0 ? text + ", …" : text.toString();
    }
}
