package io.nrtstreams.sql.function.builtin;

import io.nrtstreams.sql.function.Aggregation;
import io.nrtstreams.sql.function.Argument;
import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A call of an aggregate function, to which tests give rows. */
final class Aggregate {

    private final Aggregation aggregation;

    private Aggregate(Aggregation aggregation) {
        this.aggregation = aggregation;
    }

    /** A call of a function with columns of these types and no literals. */
    static Aggregate of(String function, SqlType... columns) {
        return of(function, List.of(columns));
    }

    /** A call with literals, INTEGER or BOOLEAN, after the columns. */
    static Aggregate of(String function, List<SqlType> columns, Object... literals) {
        List<Argument> arguments = new ArrayList<>();
        columns.forEach(column -> arguments.add(new Argument.Value(Optional.of(column))));
        for (Object literal : literals) {
            SqlType type = literal instanceof Boolean ? SqlTypes.BOOLEAN : SqlTypes.INTEGER;
            arguments.add(new Argument.Constant(Optional.of(type), literal));
        }
        return new Aggregate(Call.FUNCTIONS.aggregation(Position.NONE, function, arguments));
    }

    Aggregation aggregation() {
        return aggregation;
    }

    /** The state after rows of one column. */
    @Nullable Object state(@Nullable Object... values) {
        Object state = aggregation.initial();
        for (Object value : values) {
            state = aggregation.add(state, row(value));
        }
        return state;
    }

    /** The result after rows of one column. */
    @Nullable Object result(@Nullable Object... values) {
        return aggregation.result(state(values));
    }

    /** The results after each of the rows of one column. */
    List<@Nullable Object> results(@Nullable Object... values) {
        List<@Nullable Object> results = new ArrayList<>();
        Object state = aggregation.initial();
        for (Object value : values) {
            state = aggregation.add(state, row(value));
            results.add(aggregation.result(state));
        }
        return results;
    }

    /** The result of the merged states. */
    @Nullable Object merged(@Nullable Object earlier, @Nullable Object later) {
        return aggregation.result(aggregation.merge(earlier, later));
    }

    /** The result without a row. */
    @Nullable Object without(@Nullable Object state, @Nullable Object value) {
        return aggregation.result(aggregation.undo(state, row(value)));
    }

    static @Nullable Object[] row(@Nullable Object... values) {
        return values;
    }
}
