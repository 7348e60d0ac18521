package io.nrtstreams.sql.function.builtin.aggregate;

import static java.util.Objects.requireNonNull;

import io.nrtstreams.sql.function.Aggregator;
import io.nrtstreams.sql.function.Pair;
import io.nrtstreams.sql.function.Variadic;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.StructValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows with the greatest first values; those with a null there are left out.
 *
 * @param type of the structs: {@code sort_col}, {@code col0}, {@code col1} and so on
 */
record TopRows<T extends Comparable<T>>(SqlType.Struct type, Top<StructValue> top)
        implements Aggregator<Pair<@Nullable T, Variadic<@Nullable Object>>, List<StructValue>, List<StructValue>> {

    static <T extends Comparable<T>> TopRows<T> of(SqlType.Struct type, int limit) {
        return new TopRows<>(type, new Top<>(limit, false, TopRows::<T>compare));
    }

    /** The type of the structs for these types of the columns. */
    static SqlType.Struct struct(List<SqlType> columns) {
        List<SqlType.Field> fields = new ArrayList<>();
        fields.add(new SqlType.Field("sort_col", columns.get(0)));
        for (int i = 1; i < columns.size(); i++) {
            fields.add(new SqlType.Field("col" + (i - 1), columns.get(i)));
        }
        return new SqlType.Struct(fields);
    }

    @Override
    public List<StructValue> initial() {
        return Collections.emptyList();
    }

    @Override
    public List<StructValue> add(List<StructValue> state, Pair<@Nullable T, Variadic<@Nullable Object>> input) {
        if (input.first() == null) {
            return state;
        }
        List<@Nullable Object> others = input.second().values();
        @Nullable Object[] values = new Object[others.size() + 1];
        values[0] = input.first();
        for (int i = 0; i < others.size(); i++) {
            values[i + 1] = others.get(i);
        }
        return top.with(state, new StructValue(type, values));
    }

    @Override
    public List<StructValue> merge(List<StructValue> earlier, List<StructValue> later) {
        return top.merged(earlier, later);
    }

    @Override
    public List<StructValue> result(List<StructValue> state) {
        return state;
    }

    @SuppressWarnings("unchecked") // add put it there
    private static <T extends Comparable<T>> int compare(StructValue left, StructValue right) {
        return ((T) requireNonNull(left.get(0))).compareTo((T) requireNonNull(right.get(0)));
    }
}
