package io.nrtstreams.sql.function.builtin.aggregate;

import static java.util.Objects.requireNonNull;

import io.nrtstreams.sql.function.AggregateFunction;
import io.nrtstreams.sql.function.CallTypes;
import io.nrtstreams.sql.function.Input;
import io.nrtstreams.sql.function.Signature;
import io.nrtstreams.sql.function.UndoableAggregator;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import io.nrtstreams.sql.type.StructValue;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@AggregateFunction(
        name = "ATTR",
        category = "AGGREGATE",
        description = "The value when it is the same in all rows, else null; a null differs from other values.",
        examples = "ATTR(customer_name)")
final class Attribute {

    private Attribute() {}

    @Signature(stateBy = "counts")
    @Input(name = "value", description = "what all rows should have in common")
    static <T> UndoableAggregator<@Nullable T, List<StructValue>, @Nullable T> of(CallTypes types) {
        return new Comparing<>(count(types.arguments().get(0)));
    }

    static SqlType counts(List<SqlType> arguments) {
        return new SqlType.Array(count(arguments.get(0)));
    }

    private static SqlType.Struct count(SqlType value) {
        return new SqlType.Struct(
                List.of(new SqlType.Field("VALUE", value), new SqlType.Field("COUNT", SqlTypes.BIGINT)));
    }

    /** The state counts the rows of each distinct value, so that rows can be taken back. */
    private record Comparing<T>(SqlType.Struct type)
            implements UndoableAggregator<@Nullable T, List<StructValue>, @Nullable T> {

        @Override
        public List<StructValue> initial() {
            return Collections.emptyList();
        }

        @Override
        public List<StructValue> add(List<StructValue> state, @Nullable T input) {
            return changed(state, input, 1);
        }

        @Override
        public List<StructValue> merge(List<StructValue> earlier, List<StructValue> later) {
            List<StructValue> all = earlier;
            for (StructValue count : later) {
                all = changed(all, count.get(0), rows(count));
            }
            return all;
        }

        @Override
        @SuppressWarnings("unchecked") // add put it there
        public @Nullable T result(List<StructValue> state) {
            return state.size() == 1 ? (T) state.get(0).get(0) : null;
        }

        @Override
        public List<StructValue> undo(List<StructValue> state, @Nullable T input) {
            return changed(state, input, -1);
        }

        private List<StructValue> changed(List<StructValue> state, @Nullable Object value, long change) {
            for (int i = 0; i < state.size(); i++) {
                StructValue count = state.get(i);
                if (Objects.equals(count.get(0), value)) {
                    long rows = rows(count) + change;
                    return rows > 0
                            ? Lists.replaced(state, i, new StructValue(type, value, rows))
                            : Lists.without(state, i);
                }
            }
            return change > 0 ? Lists.with(state, new StructValue(type, value, change)) : state;
        }

        private static long rows(StructValue count) {
            return (Long) requireNonNull(count.get(1));
        }
    }
}
