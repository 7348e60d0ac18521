package io.nrtstreams.analytics.host.flow;

import io.nrtstreams.analytics.host.flow.TreePage.Cell;
import java.util.Arrays;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Rows by keys that sort as unsigned bytes, in pages of a store: a B+ tree whose root has the number 0. So a change costs a
 * few pages however much there is. A page has {@value #MOST_ENTRIES} entries at most; a value of more than
 * {@value #MOST_INLINE} bytes is stored beside it. Pages that were looked at, and changes, are held until
 * {@link #flush}. Single-threaded.
 */
final class StoredTree {

    static final int MOST_ENTRIES = 32;
    static final int MOST_INLINE = 512;

    private static final int ROOT = 0;
    private static final int FEW_ENTRIES = MOST_ENTRIES / 4;

    private final KeyValueStore store;
    private final byte[] prefix;
    private final @Nullable RowBytes rows;
    private final Runnable loaded;
    private @Nullable TreePage root;
    private int nextNumber = 1;

    /**
     * The tree that is stored under a prefix; an empty one when there is none.
     *
     * @param prefix with which no other key of the store begins
     * @param rows null for keys without values
     * @param loaded is told of each page that comes into memory
     */
    StoredTree(KeyValueStore store, byte[] prefix, @Nullable RowBytes rows, Runnable loaded) {
        this.store = store;
        this.prefix = prefix;
        this.rows = rows;
        this.loaded = loaded;
    }

    private TreePage root() {
        TreePage known = root;
        if (known == null) {
            known = load(ROOT);
            root = known;
        }
        return known;
    }

    private TreePage load(int number) {
        loaded.run();
        TreePage page = new TreePage(number);
        byte[] stored = store.get(keyOf(number));
        if (stored != null) {
            ByteSource in = new ByteSource(stored);
            if (number == ROOT) {
                nextNumber = in.readSize();
            }
            page.read(in, rows != null);
        } else if (number != ROOT) {
            throw new IllegalStateException("a page of a tree is missing in the store");
        }
        return page;
    }

    private byte[] keyOf(int number) {
        ByteSink out = new ByteSink(prefix.length + 5);
        out.writeRaw(prefix);
        out.writeUnsigned(number);
        return out.toBytes();
    }

    private TreePage child(TreePage page, int index) {
        if (page.entries[index] instanceof TreePage child) {
            return child;
        }
        TreePage child = load((Integer) page.entries[index]);
        page.entries[index] = child;
        return child;
    }

    private TreePage leafOf(byte[] key) {
        TreePage page = root();
        while (!page.isLeaf) {
            page = child(page, page.childOf(key));
        }
        return page;
    }

    @Nullable Object @Nullable [] get(byte[] key) {
        TreePage leaf = leafOf(key);
        int index = leaf.find(key);
        return index < 0 ? null : row(leaf, index);
    }

    private @Nullable Object @Nullable [] row(TreePage leaf, int index) {
        Cell cell = (Cell) leaf.entries[index];
        if (cell == null || rows == null) {
            return null;
        }
        @Nullable Object[] known = cell.row;
        if (known == null) {
            byte[] bytes = cell.overflow == 0 ? cell.bytes : store.get(keyOf(cell.overflow));
            if (bytes == null) {
                throw new IllegalStateException("a large value of a tree is missing in the store");
            }
            known = rows.read(new ByteSource(bytes));
            cell.row = known;
        }
        return known;
    }

    /** The least key; null when the tree is empty. */
    byte @Nullable [] first() {
        TreePage page = root();
        while (!page.isLeaf) {
            page = child(page, 0);
        }
        return page.size == 0 ? null : page.keys[0];
    }

    /** Sets a key's row; the caller may change the row until {@link #flush} when it puts it again. */
    void put(byte[] key, @Nullable Object @Nullable [] row) {
        TreePage top = root();
        TreePage right = put(top, key, row);
        if (right != null) {
            TreePage left = newPage();
            byte[] least = top.keys[0];
            top.moveTo(left, 0);
            top.isLeaf = false;
            top.insert(0, least, left);
            top.insert(1, right.keys[0], right);
        }
    }

    /** The page's right part, when it had to be cut. */
    private @Nullable TreePage put(TreePage page, byte[] key, @Nullable Object @Nullable [] row) {
        if (page.isLeaf) {
            int index = page.find(key);
            if (index < 0) {
                page.insert(~index, key, rows == null ? null : new Cell());
            }
            if (page.entries[index < 0 ? ~index : index] instanceof Cell cell) {
                cell.row = row;
                cell.isChanged = true;
                page.isChanged = true;
            }
        } else {
            int index = page.childOf(key);
            TreePage child = child(page, index);
            TreePage right = put(child, key, row);
            if (right != null) {
                // The first key may be greater than what came to its page since.
                page.keys[index] = index == 0 ? child.keys[0] : page.keys[index];
                page.insert(index + 1, right.keys[0], right);
            }
        }
        return page.size > MOST_ENTRIES ? cut(page, key) : null;
    }

    /** Where keys come in their order, the left part stays nearly full. */
    private TreePage cut(TreePage page, byte[] key) {
        boolean isLast = Arrays.compareUnsigned(page.keys[page.size - 1], key) <= 0;
        TreePage right = newPage();
        page.moveTo(right, isLast ? MOST_ENTRIES - FEW_ENTRIES / 2 : MOST_ENTRIES / 2);
        return right;
    }

    private TreePage newPage() {
        loaded.run();
        root().isChanged = true;
        return new TreePage(nextNumber++);
    }

    /** Whether the key was there. */
    boolean remove(byte[] key) {
        TreePage top = root();
        boolean found = remove(top, key);
        if (found && !top.isLeaf && top.size <= 1) {
            top.isLeaf = true;
            if (top.size == 1) {
                TreePage only = child(top, 0);
                top.size = 0;
                only.moveTo(top, 0);
                drop(only);
            }
        }
        return found;
    }

    private boolean remove(TreePage page, byte[] key) {
        if (page.isLeaf) {
            int index = page.find(key);
            if (index < 0) {
                return false;
            }
            if (page.entries[index] instanceof Cell cell && cell.overflow != 0) {
                store.delete(keyOf(cell.overflow));
            }
            page.remove(index);
            return true;
        }
        int index = page.childOf(key);
        TreePage child = child(page, index);
        boolean found = remove(child, key);
        if (found && child.size < FEW_ENTRIES) {
            thin(page, index, child);
        }
        return found;
    }

    /** Drops an empty page, and joins one of few entries with a neighbour that has room. */
    private void thin(TreePage page, int index, TreePage child) {
        if (child.size == 0) {
            drop(child);
            page.remove(index);
        } else if (!join(page, index, child)) {
            join(page, index - 1, child);
        }
    }

    /** Joins an entry's page and the next, of which {@code few} is one. */
    private boolean join(TreePage page, int index, TreePage few) {
        if (index < 0 || index + 1 >= page.size) {
            return false;
        }
        TreePage left = child(page, index);
        TreePage right = child(page, index + 1);
        if (left.size + right.size > MOST_ENTRIES / 2 || (left != few && right != few)) {
            return false;
        }
        right.keys[0] = right.isLeaf ? right.keys[0] : page.keys[index + 1];
        right.moveTo(left, 0);
        drop(right);
        page.remove(index + 1);
        return true;
    }

    private void drop(TreePage page) {
        store.delete(keyOf(page.number));
    }

    /**
     * Shows the keys from one on in their order, with their rows, until the visitor says no.
     *
     * @param from null for the first
     */
    void scan(byte @Nullable [] from, BiPredicate<byte[], @Nullable Object @Nullable []> visitor) {
        scan(root(), from, visitor);
    }

    private boolean scan(
            TreePage page, byte @Nullable [] from, BiPredicate<byte[], @Nullable Object @Nullable []> visitor) {
        if (page.isLeaf) {
            int found = from == null ? 0 : page.find(from);
            for (int i = found < 0 ? ~found : found; i < page.size; i++) {
                if (!visitor.test(page.keys[i], row(page, i))) {
                    return false;
                }
            }
            return true;
        }
        for (int i = from == null ? 0 : page.childOf(from); i < page.size; i++) {
            if (!scan(child(page, i), from, visitor)) {
                return false;
            }
        }
        return true;
    }

    /** Stores what changed. */
    void flush() {
        if (root != null) {
            flush(root);
        }
    }

    private void flush(TreePage page) {
        if (!page.isLeaf) {
            for (int i = 0; i < page.size; i++) {
                if (page.entries[i] instanceof TreePage child) {
                    flush(child);
                }
            }
        }
        if (!page.isChanged) {
            return;
        }
        if (page.number == ROOT && page.size == 0) {
            store.delete(keyOf(ROOT));
            page.isChanged = false;
            return;
        }
        if (page.isLeaf && rows != null) {
            for (int i = 0; i < page.size; i++) {
                encode((Cell) page.entries[i], rows);
            }
        }
        ByteSink out = new ByteSink(1024);
        if (page.number == ROOT) {
            out.writeUnsigned(nextNumber);
        }
        page.write(out);
        store.put(keyOf(page.number), out.toBytes());
        page.isChanged = false;
    }

    private void encode(@Nullable Cell cell, RowBytes codec) {
        if (cell == null || cell.row == null || !cell.isChanged) {
            return;
        }
        ByteSink out = new ByteSink(64);
        codec.write(cell.row, out);
        cell.isChanged = false;
        cell.bytes = out.toBytes();
        if (out.size() > MOST_INLINE) {
            if (cell.overflow == 0) {
                cell.overflow = nextNumber++;
                root().isChanged = true;
            }
            store.put(keyOf(cell.overflow), cell.bytes);
            cell.bytes = null;
        } else if (cell.overflow != 0) {
            store.delete(keyOf(cell.overflow));
            cell.overflow = 0;
        }
    }
}
