package io.nrtstreams.analytics.host.flow;

import io.nrtstreams.sql.type.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of declared types as bytes: how many columns, a bit for each that is null, and the others' values. A row that was
 * written before columns were added at the end has null there. Immutable.
 */
final class RowBytes {

    private final ValueCodec[] columns;

    RowBytes(List<SqlType> types) {
        columns = types.stream().map(ValueCodec::of).toArray(ValueCodec[]::new);
    }

    void write(@Nullable Object[] row, ByteSink out) {
        out.writeUnsigned(row.length);
        for (int i = 0; i < row.length; i += 8) {
            out.writeByte(nulls(row, i));
        }
        for (int i = 0; i < row.length; i++) {
            Object value = row[i];
            if (value != null) {
                columns[i].write(value, out);
            }
        }
    }

    private static int nulls(@Nullable Object[] row, int from) {
        int bits = 0;
        for (int i = from; i < Math.min(from + 8, row.length); i++) {
            bits |= row[i] == null ? 1 << (i - from) : 0;
        }
        return bits;
    }

    @Nullable Object[] read(ByteSource in) {
        int width = in.readSize();
        if (width > columns.length) {
            throw new IllegalStateException("a stored row has " + width + " columns, the plan knows " + columns.length);
        }
        int bits = in.position();
        in.position(bits + (width + 7) / 8);
        @Nullable Object[] row = new @Nullable Object[columns.length];
        for (int i = 0; i < width; i++) {
            if (((in.bytes()[bits + i / 8] >> (i % 8)) & 1) == 0) {
                row[i] = columns[i].read(in);
            }
        }
        return row;
    }
}
