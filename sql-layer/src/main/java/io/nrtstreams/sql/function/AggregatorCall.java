package io.nrtstreams.sql.function;

import io.nrtstreams.sql.conversion.Conversion;
import io.nrtstreams.sql.type.SqlType;
import org.jspecify.annotations.Nullable;

/** An aggregator made for a call. */
@SuppressWarnings(
        "NullAway") // an aggregator takes the nulls that it gave and those of its input, which its type arguments say
final class AggregatorCall implements Aggregation {

    private final SqlType resultType;
    private final SqlType stateType;
    private final Aggregator<@Nullable Object, @Nullable Object, @Nullable Object> aggregator;
    private final @Nullable UndoableAggregator<@Nullable Object, @Nullable Object, @Nullable Object> undoable;
    private final InputShape shape;
    private final Conversion[] conversions;
    private final boolean converts;

    /**
     * An aggregation.
     *
     * @param conversions one for each argument that rows fill
     */
    AggregatorCall(
            SqlType resultType,
            SqlType stateType,
            Aggregator<@Nullable Object, @Nullable Object, @Nullable Object> aggregator,
            InputShape shape,
            Conversion[] conversions) {
        this.resultType = resultType;
        this.stateType = stateType;
        this.aggregator = aggregator;
        this.undoable =
                aggregator instanceof UndoableAggregator<@Nullable Object, @Nullable Object, @Nullable Object> able
                        ? able
                        : null;
        this.shape = shape;
        this.conversions = conversions;
        boolean any = false;
        for (Conversion conversion : conversions) {
            any |= conversion != Conversion.NONE;
        }
        this.converts = any;
    }

    @Override
    public SqlType resultType() {
        return resultType;
    }

    @Override
    public SqlType stateType() {
        return stateType;
    }

    @Override
    public @Nullable Object initial() {
        return aggregator.initial();
    }

    @Override
    public @Nullable Object add(@Nullable Object state, @Nullable Object[] arguments) {
        return aggregator.add(state, input(arguments));
    }

    @Override
    public @Nullable Object merge(@Nullable Object earlier, @Nullable Object later) {
        return aggregator.merge(earlier, later);
    }

    @Override
    public @Nullable Object result(@Nullable Object state) {
        return aggregator.result(state);
    }

    @Override
    public boolean canUndo() {
        return undoable != null;
    }

    @Override
    public @Nullable Object undo(@Nullable Object state, @Nullable Object[] arguments) {
        if (undoable == null) {
            throw new UnsupportedOperationException("the aggregate cannot take rows back");
        }
        return undoable.undo(state, input(arguments));
    }

    @Override
    public void startAfter(long number) {
        aggregator.startAfter(number);
    }

    private @Nullable Object input(@Nullable Object[] arguments) {
        if (!converts) {
            return shape.of(arguments);
        }
        @Nullable Object[] converted = new Object[conversions.length];
        for (int i = 0; i < converted.length; i++) {
            converted[i] = conversions[i].convertNullable(arguments[i]);
        }
        return shape.of(converted);
    }
}
