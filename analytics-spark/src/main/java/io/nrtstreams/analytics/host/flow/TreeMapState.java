package io.nrtstreams.analytics.host.flow;

import io.nrtstreams.sql.state.KeyedState;
import io.nrtstreams.sql.type.SqlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A map in the tree of the key at hand. It sorts by the bytes of its keys, also where they have no order of their own.
 *
 * @param tree the one at hand
 */
record TreeMapState(SqlType keyType, Supplier<StoredTree> tree) implements KeyedState.MapState {

    @Override
    public @Nullable Object @Nullable [] get(Object key) {
        return tree.get().get(bytes(key));
    }

    @Override
    public void put(Object key, @Nullable Object[] row) {
        tree.get().put(bytes(key), row);
    }

    @Override
    public void delete(Object key) {
        tree.get().remove(bytes(key));
    }

    @Override
    public List<Map.Entry<Object, @Nullable Object[]>> range(Object from, Object to) {
        byte[] last = bytes(to);
        return entries(bytes(from), last);
    }

    @Override
    public List<Map.Entry<Object, @Nullable Object[]>> entries() {
        return entries(null, null);
    }

    private List<Map.Entry<Object, @Nullable Object[]>> entries(byte @Nullable [] from, byte @Nullable [] to) {
        List<Map.Entry<Object, @Nullable Object[]>> entries = new ArrayList<>();
        tree.get().scan(from, (key, row) -> {
            if (row == null) {
                throw new IllegalStateException("a map holds a key without a row");
            }
            boolean isIn = to == null || Arrays.compareUnsigned(key, to) <= 0;
            if (isIn) {
                entries.add(Map.entry(SortableBytes.read(keyType, new ByteSource(key)), row));
            }
            return isIn;
        });
        return entries;
    }

    private byte[] bytes(Object key) {
        ByteSink out = new ByteSink(Long.BYTES);
        SortableBytes.write(keyType, key, out);
        return out.toBytes();
    }
}
