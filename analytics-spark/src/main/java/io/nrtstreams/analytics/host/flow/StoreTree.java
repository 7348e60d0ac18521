package io.nrtstreams.analytics.host.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Rows sorted by byte strings, in pages of a store: a B+ tree. A change writes the pages on its way and not the whole map.
 * Pages that were looked at stay in memory until {@link #flush}, which stores those that changed; the tree is then done with.
 * Pages that become empty are deleted, others are never joined: keys here mostly grow and end at the other side.
 *
 * <p>A page is stored under the tree's prefix and its number; the root is number 0 and knows the next free one. Single-threaded.
 */
final class StoreTree {

    /** A page with more entries than this is cut in two. */
    static final int MOST_ENTRIES = 32;

    private final KeyValueStore store;
    private final byte[] prefix;
    private final ValueCodec values;
    private @Nullable Page root;
    private int nextPage = 1;

    StoreTree(KeyValueStore store, byte[] prefix, ValueCodec values) {
        this.store = store;
        this.prefix = prefix;
        this.values = values;
    }

    private final class Page {
        private final int number;
        private boolean leaf = true;
        private boolean changed;
        private final List<byte[]> keys = new ArrayList<>();
        /** Of a leaf rows, or their bytes while nobody has read them; else numbers of pages, or the pages once read. */
        private final List<Object> entries = new ArrayList<>();

        Page(int number) {
            this.number = number;
        }

        /** The index of the key, or the complement of where it would be. */
        int find(byte[] key) {
            int low = 0;
            int high = keys.size() - 1;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                int order = Arrays.compareUnsigned(keys.get(middle), key);
                if (order == 0) {
                    return middle;
                } else if (order < 0) {
                    low = middle + 1;
                } else {
                    high = middle - 1;
                }
            }
            return ~low;
        }

        /** The index of the child in which the key is or would be. A child's key is the least that it may hold. */
        int childOf(byte[] key) {
            int found = find(key);
            return found >= 0 ? found : Math.max(0, ~found - 1);
        }

        Page child(int index) {
            Object entry = entries.get(index);
            if (entry instanceof Page page) {
                return page;
            }
            Page page = load((Integer) entry);
            entries.set(index, page);
            return page;
        }

        @Nullable Object[] row(int index) {
            Object entry = entries.get(index);
            if (entry instanceof byte[] bytes) {
                @Nullable Object[] row = values.readRow(new ByteSource(bytes));
                entries.set(index, row == null ? new Object[0] : row);
            }
            return (@Nullable Object[]) entries.get(index);
        }
    }

    private Page root() {
        if (root == null) {
            root = load(0);
        }
        return root;
    }

    private byte[] keyOf(int number) {
        ByteSink out = new ByteSink(prefix.length + 5);
        out.writeRaw(prefix, 0, prefix.length);
        out.writeUnsigned(number);
        return out.toBytes();
    }

    private Page load(int number) {
        Page page = new Page(number);
        byte[] stored = store.get(keyOf(number));
        if (stored == null) {
            return page;
        }
        ByteSource in = new ByteSource(stored);
        page.leaf = in.readByte() == 0;
        if (number == 0) {
            nextPage = in.readSize();
        }
        int size = in.readSize();
        for (int i = 0; i < size; i++) {
            page.keys.add(in.readBytes());
            page.entries.add(page.leaf ? in.readBytes() : (Object) in.readSize());
        }
        return page;
    }

    @Nullable Object @Nullable [] get(byte[] key) {
        Page page = root();
        while (!page.leaf) {
            page = page.child(page.childOf(key));
        }
        int index = page.find(key);
        return index < 0 ? null : page.row(index);
    }

    boolean isEmpty() {
        return root().keys.isEmpty();
    }

    void put(byte[] key, @Nullable Object[] row) {
        Page top = root();
        Page right = put(top, key, row);
        if (right != null) {
            Page left = new Page(nextPage++);
            left.leaf = top.leaf;
            left.keys.addAll(top.keys);
            left.entries.addAll(top.entries);
            left.changed = true;
            top.leaf = false;
            top.keys.clear();
            top.entries.clear();
            top.keys.add(left.keys.get(0));
            top.entries.add(left);
            top.keys.add(right.keys.get(0));
            top.entries.add(right);
            top.changed = true;
        }
    }

    /** The page's right half, when it had to be cut. */
    private @Nullable Page put(Page page, byte[] key, @Nullable Object[] row) {
        if (page.leaf) {
            int index = page.find(key);
            if (index >= 0) {
                page.entries.set(index, row);
            } else {
                page.keys.add(~index, key);
                page.entries.add(~index, row);
            }
        } else {
            int index = page.childOf(key);
            Page child = page.child(index);
            Page right = put(child, key, row);
            if (Arrays.compareUnsigned(key, page.keys.get(index)) < 0) {
                page.keys.set(index, key);
                page.changed = true;
            }
            if (right == null) {
                return null;
            }
            page.keys.add(index + 1, right.keys.get(0));
            page.entries.add(index + 1, right);
        }
        page.changed = true;
        return page.keys.size() > MOST_ENTRIES ? cut(page) : null;
    }

    private Page cut(Page page) {
        // Keys mostly come in their order, so the left half stays nearly full.
        int keep = MOST_ENTRIES - MOST_ENTRIES / 8;
        Page right = new Page(nextPage++);
        right.leaf = page.leaf;
        right.changed = true;
        right.keys.addAll(page.keys.subList(keep, page.keys.size()));
        right.entries.addAll(page.entries.subList(keep, page.entries.size()));
        page.keys.subList(keep, page.keys.size()).clear();
        page.entries.subList(keep, page.entries.size()).clear();
        root().changed = true;
        return right;
    }

    /** Whether the key was there. */
    boolean remove(byte[] key) {
        Page top = root();
        boolean found = remove(top, key);
        if (!top.leaf && top.keys.isEmpty()) {
            top.leaf = true;
        }
        return found;
    }

    private boolean remove(Page page, byte[] key) {
        if (page.leaf) {
            int index = page.find(key);
            if (index < 0) {
                return false;
            }
            page.keys.remove(index);
            page.entries.remove(index);
            page.changed = true;
            return true;
        }
        int index = page.childOf(key);
        Page child = page.child(index);
        boolean found = remove(child, key);
        if (child.keys.isEmpty()) {
            store.delete(keyOf(child.number));
            page.keys.remove(index);
            page.entries.remove(index);
            page.changed = true;
        }
        return found;
    }

    /**
     * Shows the entries from a key on in their order, until it is told to stop.
     *
     * @param from where to begin; the whole tree when null
     * @param visitor answers whether it wants the next
     */
    void scan(byte @Nullable [] from, BiPredicate<byte[], @Nullable Object[]> visitor) {
        scan(root(), from, visitor);
    }

    private boolean scan(Page page, byte @Nullable [] from, BiPredicate<byte[], @Nullable Object[]> visitor) {
        if (page.leaf) {
            int found = from == null ? 0 : page.find(from);
            for (int i = found < 0 ? ~found : found; i < page.keys.size(); i++) {
                if (!visitor.test(page.keys.get(i), page.row(i))) {
                    return false;
                }
            }
            return true;
        }
        for (int i = from == null || page.keys.isEmpty() ? 0 : page.childOf(from); i < page.keys.size(); i++) {
            if (!scan(page.child(i), from, visitor)) {
                return false;
            }
        }
        return true;
    }

    /** Stores what changed. */
    void flush() {
        Page top = root;
        if (top != null) {
            flush(top);
        }
    }

    private void flush(Page page) {
        if (!page.leaf) {
            for (Object entry : page.entries) {
                if (entry instanceof Page child) {
                    flush(child);
                }
            }
        }
        if (!page.changed) {
            return;
        }
        page.changed = false;
        if (page.number == 0 && page.keys.isEmpty()) {
            store.delete(keyOf(0));
            return;
        }
        ByteSink out = new ByteSink(512);
        out.writeByte(page.leaf ? 0 : 1);
        if (page.number == 0) {
            out.writeUnsigned(nextPage);
        }
        out.writeUnsigned(page.keys.size());
        ByteSink row = new ByteSink(64);
        for (int i = 0; i < page.keys.size(); i++) {
            out.writeBytes(page.keys.get(i));
            write(page.entries.get(i), row, out);
        }
        store.put(keyOf(page.number), out.toBytes());
    }

    private void write(Object entry, ByteSink row, ByteSink out) {
        if (entry instanceof Page child) {
            out.writeUnsigned(child.number);
        } else if (entry instanceof Integer number) {
            out.writeUnsigned(number);
        } else if (entry instanceof byte[] bytes) {
            out.writeBytes(bytes);
        } else {
            row.clear();
            values.writeRow((@Nullable Object[]) entry, row);
            out.writeBytes(row.toBytes());
        }
    }
}
