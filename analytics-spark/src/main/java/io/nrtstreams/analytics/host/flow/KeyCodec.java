package io.nrtstreams.analytics.host.flow;

import io.nrtstreams.sql.row.Window;
import io.nrtstreams.sql.state.StateKey;
import io.nrtstreams.sql.type.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keys and their windows as bytes that sort as {@link StateKey} does. Immutable. */
final class KeyCodec {

    private final SqlType[] types;

    KeyCodec(List<SqlType> types) {
        this.types = types.toArray(SqlType[]::new);
    }

    int columns() {
        return types.length;
    }

    void write(@Nullable Object[] key, @Nullable Window window, ByteSink out) {
        for (int i = 0; i < types.length; i++) {
            SortableBytes.writeNullable(types[i], key[i], out);
        }
        out.writeByte(window == null ? 0 : 1);
        if (window != null) {
            SortableBytes.writeTime(window.start(), out);
            SortableBytes.writeTime(window.end(), out);
        }
    }

    StateKey read(ByteSource in) {
        @Nullable Object[] key = new @Nullable Object[types.length];
        for (int i = 0; i < key.length; i++) {
            key[i] = SortableBytes.readNullable(types[i], in);
        }
        Window window = in.readByte() == 0 ? null : new Window(SortableBytes.readTime(in), SortableBytes.readTime(in));
        return new StateKey(key, window);
    }
}
