package io.nrtstreams.sql.function.builtin;

import static io.nrtstreams.sql.function.builtin.Aggregate.row;
import static io.nrtstreams.sql.type.SqlTypes.INTEGER;
import static io.nrtstreams.sql.type.SqlTypes.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.type.SqlType;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ByOffsetAggregatesTest {

    private static final String EARLIEST = "EARLIEST_BY_OFFSET";
    private static final String LATEST = "LATEST_BY_OFFSET";

    @Test
    void giveOneValueAndLeaveOutNulls() {
        assertThat(Aggregate.of(EARLIEST, STRING).results(null, "a", null, "b")).containsExactly(null, "a", "a", "a");
        assertThat(Aggregate.of(LATEST, STRING).results(null, "a", null, "b")).containsExactly(null, "a", "a", "b");
        assertThat(Aggregate.of(LATEST, STRING).aggregation().resultType()).isEqualTo(STRING);
    }

    @Test
    void giveOneValueThatMayBeNull() {
        assertThat(Aggregate.of(EARLIEST, List.of(STRING), false).results(null, "a"))
                .containsExactly(null, null);
        assertThat(Aggregate.of(LATEST, List.of(STRING), false).results("a", null, "b"))
                .containsExactly("a", null, "b");
        assertThat(Aggregate.of(LATEST, List.of(STRING), true).results("a", null))
                .containsExactly("a", "a");
    }

    @Test
    void giveSeveralValuesInTheOrderOfArrival() {
        assertThat(Aggregate.of(EARLIEST, List.of(INTEGER), 2).results(null, 5, 3, 9))
                .containsExactly(List.of(), List.of(5), List.of(5, 3), List.of(5, 3));
        assertThat(Aggregate.of(LATEST, List.of(INTEGER), 2).results(5, null, 3, 9))
                .containsExactly(List.of(5), List.of(5), List.of(5, 3), List.of(3, 9));
        assertThat(Aggregate.of(LATEST, List.of(INTEGER), 2).aggregation().resultType())
                .isEqualTo(new SqlType.Array(INTEGER));
    }

    @Test
    void giveSeveralValuesWithNulls() {
        assertThat(Aggregate.of(EARLIEST, List.of(INTEGER), 2, false).result(null, 5, 3))
                .isEqualTo(Arrays.asList(null, 5));
        assertThat(Aggregate.of(LATEST, List.of(INTEGER), 2, false).result(5, null, 3))
                .isEqualTo(Arrays.asList(null, 3));
        assertThat(Aggregate.of(LATEST, List.of(INTEGER), 2, true).result(5, null, 3))
                .isEqualTo(List.of(5, 3));
    }

    @Test
    void needAPositiveNumber() {
        assertThatThrownBy(() -> Aggregate.of(LATEST, List.of(INTEGER), 0))
                .hasMessage("LATEST_BY_OFFSET: N must be 1 or more");
    }

    @Test
    void mergeByArrivalAndNotByTime() {
        for (boolean ignoreNulls : new boolean[] {true, false}) {
            Aggregate earliest = Aggregate.of(EARLIEST, List.of(STRING), ignoreNulls);
            Object lateInTime = earliest.state("first");
            Object earlyInTime = earliest.state("second");
            assertThat(earliest.merged(earlyInTime, lateInTime)).isEqualTo("first");

            Aggregate latest = Aggregate.of(LATEST, List.of(STRING), ignoreNulls);
            lateInTime = latest.state("first");
            earlyInTime = latest.state("second");
            assertThat(latest.merged(earlyInTime, lateInTime)).isEqualTo("second");
            assertThat(latest.merged(latest.aggregation().initial(), lateInTime))
                    .isEqualTo("first");
        }
    }

    @Test
    void mergeSeveralByArrival() {
        Aggregate earliest = Aggregate.of(EARLIEST, List.of(STRING), 3);
        Object lateInTime = earliest.state("a", "b");
        Object earlyInTime = earliest.state("c", "d");
        assertThat(earliest.merged(earlyInTime, lateInTime)).isEqualTo(List.of("a", "b", "c"));

        Aggregate latest = Aggregate.of(LATEST, List.of(STRING), 3);
        lateInTime = latest.state("a", "b");
        earlyInTime = latest.state("c", "d");
        assertThat(latest.merged(earlyInTime, lateInTime)).isEqualTo(List.of("b", "c", "d"));
    }

    @Test
    void goOnWithTheNumbersOfStatesAfterARestart() {
        Object old = Aggregate.of(LATEST, STRING).state("a", "b", "c");
        Aggregate latest = Aggregate.of(LATEST, STRING);
        latest.aggregation().startAfter(1L << 20);

        assertThat(latest.merged(latest.state("new"), old)).isEqualTo("new");

        Aggregate untold = Aggregate.of(LATEST, STRING);
        Object more = untold.aggregation().add(old, row("d"));
        assertThat(untold.merged(more, old)).isEqualTo("d");
    }

    @Test
    void cannotTakeRowsBack() {
        assertThat(Aggregate.of(EARLIEST, STRING).aggregation().canUndo()).isFalse();
        assertThat(Aggregate.of(LATEST, List.of(STRING), 2).aggregation().canUndo())
                .isFalse();
    }
}
