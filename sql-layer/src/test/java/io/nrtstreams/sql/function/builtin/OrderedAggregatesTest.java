package io.nrtstreams.sql.function.builtin;

import static io.nrtstreams.sql.function.builtin.Aggregate.row;
import static io.nrtstreams.sql.function.builtin.Call.bytes;
import static io.nrtstreams.sql.type.SqlTypes.BIGINT;
import static io.nrtstreams.sql.type.SqlTypes.BOOLEAN;
import static io.nrtstreams.sql.type.SqlTypes.BYTES;
import static io.nrtstreams.sql.type.SqlTypes.DATE;
import static io.nrtstreams.sql.type.SqlTypes.DOUBLE;
import static io.nrtstreams.sql.type.SqlTypes.INTEGER;
import static io.nrtstreams.sql.type.SqlTypes.STRING;
import static io.nrtstreams.sql.type.SqlTypes.TIME;
import static io.nrtstreams.sql.type.SqlTypes.TIMESTAMP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.function.Aggregation;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.StructValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OrderedAggregatesTest {

    static Stream<Arguments> ordered() {
        return Stream.of(
                Arguments.of(INTEGER, -1, 7),
                Arguments.of(BIGINT, Long.MIN_VALUE, 0L),
                Arguments.of(DOUBLE, -1.5, 0.25),
                Arguments.of(new SqlType.Decimal(4, 2), new BigDecimal("-2.50"), new BigDecimal("1.00")),
                Arguments.of(STRING, "Z", "a"),
                Arguments.of(BYTES, bytes(1, 2), bytes(1, 3)),
                Arguments.of(TIME, LocalTime.of(1, 0), LocalTime.of(1, 1)),
                Arguments.of(DATE, LocalDate.of(1969, 1, 1), LocalDate.of(2020, 1, 1)),
                Arguments.of(TIMESTAMP, Instant.ofEpochMilli(-5), Instant.ofEpochMilli(5)));
    }

    @ParameterizedTest
    @MethodSource("ordered")
    void minAndMaxCompareAnyScalar(SqlType type, Object less, Object more) {
        Aggregate min = Aggregate.of("MIN", type);
        Aggregate max = Aggregate.of("MAX", type);

        assertThat(min.results(null, more, less, null, more)).containsExactly(null, more, less, less, less);
        assertThat(max.results(null, less, more, null, less)).containsExactly(null, less, more, more, more);
        assertThat(min.merged(min.state(more), min.state(less))).isEqualTo(less);
        assertThat(max.merged(max.state(more), max.state(less))).isEqualTo(more);
        assertThat(max.merged(max.state(), max.state(less))).isEqualTo(less);
        assertThat(min.aggregation().resultType()).isEqualTo(type);
    }

    @ParameterizedTest
    @MethodSource("ordered")
    void topKComparesAnyScalar(SqlType type, Object less, Object more) {
        assertThat(Aggregate.of("TOPK", List.of(type), 2).results(less, null, more, less))
                .containsExactly(List.of(less), List.of(less), List.of(more, less), List.of(more, less));
        assertThat(Aggregate.of("TOPKDISTINCT", List.of(type), 3).results(less, more, less))
                .containsExactly(List.of(less), List.of(more, less), List.of(more, less));
    }

    @Test
    void minAndMaxRefuseWhatHasNoOrder() {
        assertThatThrownBy(() -> Aggregate.of("MAX", BOOLEAN))
                .isInstanceOf(SqlException.class)
                .hasMessage("MAX takes no BOOLEAN; cast it to INTEGER or use a CASE.");
        assertThatThrownBy(() -> Aggregate.of("MIN", new SqlType.Array(INTEGER)))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("MIN(ARRAY<INTEGER>)");
    }

    @Test
    void topKKeepsEqualValuesAndDropsTheLeast() {
        Aggregate top = Aggregate.of("TOPK", List.of(INTEGER), 3);

        assertThat(top.results(5, 5, 9, 1, 7))
                .containsExactly(List.of(5), List.of(5, 5), List.of(9, 5, 5), List.of(9, 5, 5), List.of(9, 7, 5));
        assertThat(top.merged(top.state(1, 8), top.state(9, 2))).isEqualTo(List.of(9, 8, 2));
        assertThat(top.aggregation().resultType()).isEqualTo(new SqlType.Array(INTEGER));
    }

    @Test
    void topKDistinctKeepsOneOfEqualValues() {
        Aggregate top = Aggregate.of("TOPKDISTINCT", List.of(INTEGER), 2);

        assertThat(top.results(5, 5, 9, 9, 7))
                .containsExactly(List.of(5), List.of(5), List.of(9, 5), List.of(9, 5), List.of(9, 7));
        assertThat(top.merged(top.state(1, 8), top.state(8, 2))).isEqualTo(List.of(8, 2));
    }

    @Test
    void topKKeepsOtherColumnsOfTheRows() {
        Aggregation top =
                Aggregate.of("TOPK", List.of(DOUBLE, STRING, INTEGER), 2).aggregation();
        SqlType.Struct struct = new SqlType.Struct(List.of(
                new SqlType.Field("sort_col", DOUBLE),
                new SqlType.Field("col0", STRING),
                new SqlType.Field("col1", INTEGER)));

        assertThat(top.resultType()).isEqualTo(new SqlType.Array(struct));
        Object state = top.initial();
        for (Object[] row : new Object[][] {row(1.5, "a", 1), row(null, "b", 2), row(1.5, null, 3), row(2.5, "d", 4)}) {
            state = top.add(state, row);
        }
        assertThat(top.result(state))
                .isEqualTo(List.of(new StructValue(struct, 2.5, "d", 4), new StructValue(struct, 1.5, "a", 1)));
        assertThat(top.canUndo()).isFalse();
    }

    @Test
    void topKNeedsAPositiveNumber() {
        assertThatThrownBy(() -> Aggregate.of("TOPK", List.of(INTEGER), 0))
                .isInstanceOf(SqlException.class)
                .hasMessage("TOPK: K must be 1 or more");
        assertThatThrownBy(() -> Aggregate.of("TOPK", INTEGER, INTEGER))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("must be a literal");
    }
}
