package io.nrtstreams.sql.function.builtin;

import static io.nrtstreams.sql.function.builtin.Aggregate.row;
import static io.nrtstreams.sql.type.SqlTypes.BIGINT;
import static io.nrtstreams.sql.type.SqlTypes.DOUBLE;
import static io.nrtstreams.sql.type.SqlTypes.INTEGER;
import static io.nrtstreams.sql.type.SqlTypes.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nrtstreams.sql.function.Aggregation;
import io.nrtstreams.sql.type.SqlType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class NumericAggregatesTest {

    private static final SqlType.Decimal DECIMAL = new SqlType.Decimal(4, 1);

    @Test
    void countCountsRows() {
        Aggregation count = Aggregate.of("COUNT").aggregation();

        assertThat(count.resultType()).isEqualTo(BIGINT);
        Object state = count.add(count.add(count.initial(), row()), row());
        assertThat(count.result(state)).isEqualTo(2L);
        assertThat(count.result(count.undo(state, row()))).isEqualTo(1L);
        assertThat(count.result(count.merge(state, state))).isEqualTo(4L);
    }

    @Test
    void countOfAColumnLeavesOutNulls() {
        Aggregate count = Aggregate.of("COUNT", STRING);

        assertThat(count.results(null, "a", null, "a")).containsExactly(0L, 1L, 1L, 2L);
        assertThat(count.without(count.state("a", "b"), null)).isEqualTo(2L);
        assertThat(count.without(count.state("a", "b"), "b")).isEqualTo(1L);
    }

    @Test
    void sumKeepsTheTypeAndLeavesOutNulls() {
        assertThat(Aggregate.of("SUM", INTEGER).results(null, 2, null, -5)).containsExactly(0, 2, 2, -3);
        assertThat(Aggregate.of("SUM", BIGINT).results(1L << 40, 1L)).containsExactly(1L << 40, (1L << 40) + 1);
        assertThat(Aggregate.of("SUM", DOUBLE).results(0.5, null, 1.25)).containsExactly(0.5, 0.5, 1.75);
        assertThat(Aggregate.of("SUM", DECIMAL).results(new BigDecimal("1.5"), null, new BigDecimal("-3.0")))
                .containsExactly(new BigDecimal("1.5"), new BigDecimal("1.5"), new BigDecimal("-1.5"));
        assertThat(Aggregate.of("SUM", DECIMAL).result()).isEqualTo(new BigDecimal("0.0"));
        assertThat(Aggregate.of("SUM", INTEGER).aggregation().resultType()).isEqualTo(INTEGER);
        assertThat(Aggregate.of("SUM", DECIMAL).aggregation().resultType()).isEqualTo(DECIMAL);
    }

    @Test
    void sumOfWholeNumbersWrapsAround() {
        assertThat(Aggregate.of("SUM", INTEGER).result(Integer.MAX_VALUE, 1)).isEqualTo(Integer.MIN_VALUE);
        assertThat(Aggregate.of("SUM", BIGINT).result(Long.MAX_VALUE, 1L)).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void sumOfDecimalsFailsWhenItNeedsMoreDigits() {
        Aggregate sum = Aggregate.of("SUM", DECIMAL);
        Object state = sum.state(new BigDecimal("999.9"));

        assertThatThrownBy(() -> sum.aggregation().add(state, row(new BigDecimal("0.1"))))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("the sum has more digits than DECIMAL(4, 1); cast the argument to a wider DECIMAL");
        assertThat(sum.aggregation().result(state)).isEqualTo(new BigDecimal("999.9"));
    }

    @Test
    void sumListAddsUpElements() {
        Aggregate sum = Aggregate.of("SUM_LIST", new SqlType.Array(INTEGER));

        assertThat(sum.results(List.of(1, 2), null, Arrays.asList(3, null), List.of()))
                .containsExactly(3, 3, 6, 6);
        assertThat(sum.without(sum.state(List.of(1, 2), List.of(5)), List.of(1, 2)))
                .isEqualTo(5);
        assertThat(Aggregate.of("SUM_LIST", new SqlType.Array(BIGINT)).result(List.of(1L << 40, 1L)))
                .isEqualTo((1L << 40) + 1);
        assertThat(Aggregate.of("SUM_LIST", new SqlType.Array(DOUBLE)).result(List.of(0.5, 0.25)))
                .isEqualTo(0.75);
    }

    @Test
    void averageIsADouble() {
        assertThat(Aggregate.of("AVG", INTEGER).results(null, 1, null, 2)).containsExactly(0.0, 1.0, 1.0, 1.5);
        assertThat(Aggregate.of("AVG", INTEGER).result(Integer.MAX_VALUE, Integer.MAX_VALUE))
                .isEqualTo((double) Integer.MAX_VALUE);
        assertThat(Aggregate.of("AVG", BIGINT).result(1L, 2L, 6L)).isEqualTo(3.0);
        assertThat(Aggregate.of("AVG", DOUBLE).result(1.0, 0.5)).isEqualTo(0.75);
        assertThat(Aggregate.of("AVG", DECIMAL).result(new BigDecimal("1.5"), new BigDecimal("2.5")))
                .isEqualTo(2.0);
    }

    @Test
    void averageForgetsARowThatIsTakenBack() {
        Aggregate average = Aggregate.of("AVG", INTEGER);

        assertThat(average.without(average.state(1, 5), 5)).isEqualTo(1.0);
        assertThat(average.without(average.state(1), 1)).isEqualTo(0.0);
        assertThat(average.without(average.state(1), null)).isEqualTo(1.0);
    }

    @Test
    void deviationIsTheRootOfTheVariance() {
        Object[] values = {2.0, 4.0, null, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0};

        assertThat(Aggregate.of("STDDEV_SAMP", DOUBLE).result(values))
                .asInstanceOf(InstanceOfAssertFactories.DOUBLE)
                .isCloseTo(32.0 / 7, within(1e-12));
        assertThat(Aggregate.of("STDDEV_SAMPLE", DOUBLE).result(values))
                .asInstanceOf(InstanceOfAssertFactories.DOUBLE)
                .isCloseTo(Math.sqrt(32.0 / 7), within(1e-12));
        assertThat(Aggregate.of("STDDEV_SAMPLE", INTEGER).result(1, 3)).isEqualTo(Math.sqrt(2));
        assertThat(Aggregate.of("STDDEV_SAMP", BIGINT).results(null, 1L)).containsExactly(0.0, 0.0);
        assertThat(Aggregate.of("STDDEV_SAMPLE", DOUBLE).result()).isEqualTo(0.0);
    }

    @Test
    void deviationKeepsItsDigitsFarFromZero() {
        assertThat(Aggregate.of("STDDEV_SAMP", DOUBLE).result(1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16))
                .isEqualTo(30.0);
    }

    @Test
    void deviationForgetsARowThatIsTakenBack() {
        Aggregate variance = Aggregate.of("STDDEV_SAMP", DOUBLE);

        assertThat(variance.without(variance.state(1.0, 3.0, 100.0), 100.0))
                .asInstanceOf(InstanceOfAssertFactories.DOUBLE)
                .isCloseTo(2.0, within(1e-9));
        assertThat(variance.aggregation().undo(variance.state(0.1), row(0.1)))
                .isEqualTo(variance.aggregation().initial());
    }

    @Test
    void correlationTellsHowTwoColumnsGoTogether() {
        assertThat(correlation(row(1.0, 2.0), row(2.0, 4.0), row(3.0, 6.0))).isCloseTo(1, within(1e-12));
        assertThat(correlation(row(1.0, 3.0), row(2.0, 2.0), row(3.0, 1.0))).isCloseTo(-1, within(1e-12));
        assertThat(correlation(row(1.0, 1.0), row(2.0, 3.0), row(null, 9.0), row(9.0, null), row(3.0, 2.0)))
                .isCloseTo(0.5, within(1e-12));
    }

    @Test
    void correlationIsNotANumberWhereNothingVaries() {
        assertThat(correlation()).isNaN();
        assertThat(correlation(row(1.0, 2.0))).isNaN();
        assertThat(correlation(row(0.1, 2.0), row(0.1, 3.0), row(0.1, 4.0))).isNaN();
    }

    @Test
    void correlationForgetsARowThatIsTakenBack() {
        Aggregation correlation = Aggregate.of("CORRELATION", DOUBLE, DOUBLE).aggregation();
        Object state = correlation.initial();
        for (Object[] row : new Object[][] {row(1.0, 2.0), row(2.0, 4.0), row(3.0, -10.0)}) {
            state = correlation.add(state, row);
        }

        assertThat((Double) correlation.result(correlation.undo(state, row(3.0, -10.0))))
                .isCloseTo(1, within(1e-9));
        Object one = correlation.undo(correlation.undo(state, row(3.0, -10.0)), row(2.0, 4.0));
        assertThat((Double) correlation.result(one)).isNaN();
        assertThat(correlation.undo(one, row(1.0, 2.0))).isEqualTo(correlation.initial());
    }

    private static Double correlation(Object[]... rows) {
        Aggregation correlation = Aggregate.of("CORRELATION", DOUBLE, DOUBLE).aggregation();
        Object state = correlation.initial();
        for (Object[] row : rows) {
            state = correlation.add(state, row);
        }
        return (Double) correlation.result(state);
    }
}
