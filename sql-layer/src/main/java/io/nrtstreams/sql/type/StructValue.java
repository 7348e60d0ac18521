package io.nrtstreams.sql.type;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value of a struct type: the field values in the order of the type's fields. Immutable; equal when fields' names and
 * values are.
 */
public final class StructValue {

    private final SqlType.Struct type;
    private final @Nullable Object[] values;

    /** Takes over {@code values}, which the caller no longer changes. */
    public StructValue(SqlType.Struct type, @Nullable Object... values) {
        if (values.length != type.fields().size()) {
            throw new IllegalArgumentException(
                    "a struct of " + type.fields().size() + " fields was given " + values.length + " values");
        }
        this.type = type;
        this.values = values;
    }

    public SqlType.Struct type() {
        return type;
    }

    public @Nullable Object get(int index) {
        return values[index];
    }

    /** The value of the field of exactly this name; null when it is null or there is no such field. */
    public @Nullable Object get(String name) {
        List<SqlType.Field> fields = type.fields();
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(name)) {
                return values[i];
            }
        }
        return null;
    }

    public int size() {
        return values.length;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StructValue that && sameNames(that) && Arrays.equals(values, that.values);
    }

    private boolean sameNames(StructValue that) {
        List<SqlType.Field> mine = type.fields();
        List<SqlType.Field> others = that.type.fields();
        if (mine.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < mine.size(); i++) {
            if (!mine.get(i).name().equals(others.get(i).name())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Struct{");
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : ",")
                    .append(type.fields().get(i).name())
                    .append('=')
                    .append(values[i]);
        }
        return text.append('}').toString();
    }
}
