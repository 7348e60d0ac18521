package io.nrtstreams.sql.operator;

import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.row.Window;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Another key.
 *
 * @param needsValue which key columns are computed from more than the old key; they are null for a record without a value
 * @param keepsWindow whether the new key belongs to the old one's window
 */
record RekeyStep(
        Calculation keys,
        Calculation values,
        List<Boolean> needsValue,
        boolean dropNullKeys,
        boolean keepsWindow,
        RowSink next) {

    RowSink ofStream() {
        return row -> {
            @Nullable Object[] key = row.value() == null ? keyWithoutValue(row) : keys.apply(row);
            if (!(dropNullKeys && (row.value() == null || hasNull(key)))) {
                next.accept(row(key, row.value() == null ? null : values.apply(row), null, row));
            }
        };
    }

    /** A change that keeps its key stays one change; another is the deletion at the old key, then the insertion at the new. */
    RowSink ofTable() {
        return row -> {
            Row old = row.asBefore();
            @Nullable Object[] oldKey = old.value() == null ? null : key(old);
            @Nullable Object[] newKey = row.value() == null ? null : key(row);
            @Nullable Object[] before = oldKey == null ? null : values.apply(old);
            @Nullable Object[] value = newKey == null ? null : values.apply(row);
            if (oldKey != null && newKey != null && Arrays.equals(oldKey, newKey)) {
                next.accept(row(newKey, value, before, row));
                return;
            }
            if (oldKey != null) {
                next.accept(row(oldKey, null, before, row));
            }
            if (newKey != null) {
                next.accept(row(newKey, value, null, row));
            }
        };
    }

    private @Nullable Object[] keyWithoutValue(Row row) {
        @Nullable Object[] key = new @Nullable Object[keys.size()];
        for (int i = 0; i < key.length; i++) {
            key[i] = needsValue.get(i) ? null : keys.apply(row, i);
        }
        return key;
    }

    private @Nullable Object @Nullable [] key(Row row) {
        @Nullable Object[] key = keys.apply(row);
        return dropNullKeys && hasNull(key) ? null : key;
    }

    private Row row(
            @Nullable Object[] key,
            @Nullable Object @Nullable [] value,
            @Nullable Object @Nullable [] before,
            Row row) {
        Window window = keepsWindow ? row.window() : null;
        return new Row(key, window, value, before, row.timestamp(), row.origin());
    }

    static boolean hasNull(@Nullable Object[] key) {
        for (Object column : key) {
            if (Objects.isNull(column)) {
                return true;
            }
        }
        return false;
    }

    static boolean isNull(@Nullable Object[] key) {
        for (Object column : key) {
            if (column != null) {
                return false;
            }
        }
        return true;
    }
}
