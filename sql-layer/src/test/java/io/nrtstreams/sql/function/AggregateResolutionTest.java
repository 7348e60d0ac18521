package io.nrtstreams.sql.function;

import static io.nrtstreams.sql.type.SqlTypes.BIGINT;
import static io.nrtstreams.sql.type.SqlTypes.DATE;
import static io.nrtstreams.sql.type.SqlTypes.DOUBLE;
import static io.nrtstreams.sql.type.SqlTypes.INTEGER;
import static io.nrtstreams.sql.type.SqlTypes.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.type.SqlType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AggregateResolutionTest {

    private static final FunctionRegistry FUNCTIONS = FunctionRegistry.of(SampleFunctions.all());

    @Test
    void typesStateAndResultByTheArguments() {
        Aggregation largest = aggregation("LARGEST", value(DATE));

        assertThat(largest.resultType()).isEqualTo(DATE);
        assertThat(largest.stateType()).isEqualTo(DATE);
        assertThat(largest.canUndo()).isFalse();
        Object state = largest.add(largest.initial(), row(LocalDate.EPOCH));
        assertThat(largest.result(largest.merge(state, null))).isEqualTo(LocalDate.EPOCH);
        assertThatThrownBy(() -> largest.undo(null, row((Object) null)))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void leavesOutWhatCannotBeCompared() {
        assertThatThrownBy(() -> aggregation("LARGEST", value(new SqlType.Array(DATE))))
                .hasMessageContaining("LARGEST takes no such arguments: LARGEST(ARRAY<DATE>)");
    }

    @Test
    void widensWhatRowsGive() {
        Aggregation total = aggregation("TOTAL", value(BIGINT));

        Object state = total.add(total.add(total.initial(), row(2L)), row(3L));
        assertThat(total.result(total.undo(state, row(2L)))).isEqualTo(3.0);
        assertThat(total.canUndo()).isTrue();
    }

    @Test
    void takesNoArgumentsWhereTheInputIsVoid() {
        Aggregation count = aggregation("COUNT_ALL");

        assertThat(count.result(count.add(count.initial(), row()))).isEqualTo(1L);
        assertThat(count.resultType()).isEqualTo(BIGINT);
    }

    @Test
    void takesLiteralsAfterTheArgumentsOfRows() {
        Aggregation newest = aggregation("NEWEST", value(STRING), constant(INTEGER, 2));

        Object state = newest.initial();
        for (String text : List.of("a", "b", "c")) {
            state = newest.add(state, row(text, 2));
        }
        assertThat(newest.result(state)).isEqualTo(List.of("b", "c"));
        assertThat(newest.stateType()).isEqualTo(new SqlType.Array(STRING));
    }

    @Test
    void wantsLiteralsThatTheFunctionCanUse() {
        assertThatThrownBy(() -> aggregation("NEWEST", value(STRING), value(INTEGER)))
                .hasMessage("NEWEST: argument 2 (count) must be a literal.");
        assertThatThrownBy(() -> aggregation("NEWEST", value(STRING), constant(INTEGER, 0)))
                .hasMessage("NEWEST: the count must be at least 1");
        assertThatThrownBy(() -> aggregation("NEWEST", value(STRING), new Argument.Constant(Optional.empty(), null)))
                .hasMessage("NEWEST: its literal arguments must not be NULL.");
    }

    @Test
    void takesSeveralArgumentsOfARow() {
        Aggregation weighted = aggregation("WEIGHTED", value(DOUBLE), value(INTEGER));

        assertThat(weighted.result(weighted.add(weighted.initial(), row(1.5, 2))))
                .isEqualTo(3.0);
    }

    @Test
    void takesAVariadicPartInTheMiddle() {
        Aggregation spread = aggregation("SPREAD", value(BIGINT), value(STRING), value(STRING), constant(INTEGER, 10));

        assertThat(spread.result(spread.add(spread.initial(), row(1L, "a", null, 10))))
                .isEqualTo(20.0);
        assertThatThrownBy(() -> aggregation("SPREAD", value(STRING), constant(INTEGER, 10)))
                .hasMessageContaining("SPREAD(BIGINT, STRING..., INTEGER)");
    }

    @Test
    void expandsListsIntoRows() {
        Expansion items = FUNCTIONS.expansion(Position.NONE, "ITEMS", List.of(value(new SqlType.Array(DATE))));

        assertThat(items.elementType()).isEqualTo(DATE);
        assertThat(items.expand(row(List.of(LocalDate.EPOCH)))).hasSize(1);
        assertThat(items.expand(row((Object) null))).isEmpty();
    }

    private static Aggregation aggregation(String name, Argument... arguments) {
        return FUNCTIONS.aggregation(Position.NONE, name, List.of(arguments));
    }

    private static Argument value(SqlType type) {
        return new Argument.Value(Optional.of(type));
    }

    private static Argument constant(SqlType type, Object value) {
        return new Argument.Constant(Optional.of(type), value);
    }

    private static @Nullable Object[] row(@Nullable Object... values) {
        return values;
    }
}
