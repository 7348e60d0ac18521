package io.nrtstreams.analytics.host.flow;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A page of a {@link StoredTree}: keys in their order, each with what belongs to it: in a leaf a {@link Cell}, above it the
 * page of the keys from this one on, as its number until it is looked at. Of the first key above the leaves only its place
 * counts: what is less is there too.
 */
final class TreePage {

    private static final int LEAF = 0;
    private static final int INNER = 1;

    /** A value: bytes until it is looked at, and where they are stored when they are too many for a page. */
    static final class Cell {
        byte @Nullable [] bytes;

        @Nullable Object @Nullable [] row;

        int overflow;
        boolean isChanged;
    }

    final int number;
    boolean isLeaf = true;
    boolean isChanged;
    int size;
    byte[][] keys = new byte[StoredTree.MOST_ENTRIES + 1][];

    @Nullable Object[] entries = new @Nullable Object[StoredTree.MOST_ENTRIES + 1];

    TreePage(int number) {
        this.number = number;
    }

    /** Where a key is, or {@code ~} the place where it would be. */
    int find(byte[] key) {
        return Arrays.binarySearch(keys, 0, size, key, Arrays::compareUnsigned);
    }

    /** Which entry's page holds a key, if one does. */
    int childOf(byte[] key) {
        int found = find(key);
        return found >= 0 ? found : Math.max(0, ~found - 1);
    }

    void insert(int index, byte[] key, @Nullable Object entry) {
        System.arraycopy(keys, index, keys, index + 1, size - index);
        System.arraycopy(entries, index, entries, index + 1, size - index);
        keys[index] = key;
        entries[index] = entry;
        size++;
        isChanged = true;
    }

    void remove(int index) {
        size--;
        System.arraycopy(keys, index + 1, keys, index, size - index);
        System.arraycopy(entries, index + 1, entries, index, size - index);
        entries[size] = null;
        isChanged = true;
    }

    /** Moves the entries from an index on behind another page's. */
    void moveTo(TreePage other, int from) {
        int count = size - from;
        System.arraycopy(keys, from, other.keys, other.size, count);
        System.arraycopy(entries, from, other.entries, other.size, count);
        Arrays.fill(entries, from, size, null);
        other.size += count;
        other.isLeaf = isLeaf;
        other.isChanged = true;
        size = from;
        isChanged = true;
    }

    /** Each key leaves out what it begins with as the key before it does. */
    void write(ByteSink out) {
        out.writeByte(isLeaf ? LEAF : INNER);
        out.writeUnsigned(size);
        byte[] before = {};
        for (int i = 0; i < size; i++) {
            int shared = Math.max(0, common(before, keys[i]));
            out.writeUnsigned(shared);
            out.writeUnsigned(keys[i].length - shared);
            out.writeRaw(keys[i], shared, keys[i].length - shared);
            before = keys[i];
            if (isLeaf) {
                write((Cell) entries[i], out);
            } else {
                out.writeUnsigned(entries[i] instanceof TreePage page ? page.number : (Integer) entries[i]);
            }
        }
    }

    private static int common(byte[] one, byte[] other) {
        int mismatch = Arrays.mismatch(one, other);
        return mismatch < 0 ? one.length : mismatch;
    }

    private static void write(@Nullable Cell cell, ByteSink out) {
        if (cell == null) {
            return;
        }
        byte[] bytes = cell.bytes;
        if (bytes == null || cell.overflow != 0) {
            out.writeUnsigned(((long) cell.overflow << 1) | 1);
        } else {
            out.writeUnsigned((long) bytes.length << 1);
            out.writeRaw(bytes);
        }
    }

    /** @param hasValues whether keys have values */
    void read(ByteSource in, boolean hasValues) {
        isLeaf = in.readByte() == LEAF;
        size = in.readSize();
        byte[] before = {};
        for (int i = 0; i < size; i++) {
            int shared = in.readSize();
            int length = in.readSize();
            byte[] key = Arrays.copyOf(before, shared + length);
            System.arraycopy(in.bytes(), in.position(), key, shared, length);
            in.position(in.position() + length);
            keys[i] = key;
            before = key;
            if (!isLeaf) {
                entries[i] = in.readSize();
            } else if (hasValues) {
                entries[i] = cell(in);
            }
        }
    }

    private static Cell cell(ByteSource in) {
        Cell cell = new Cell();
        long header = in.readUnsigned();
        if ((header & 1) == 0) {
            cell.bytes = in.readRaw((int) (header >>> 1));
        } else {
            cell.overflow = (int) (header >>> 1);
        }
        return cell;
    }
}
