package io.nrtstreams.sql.function.builtin;

import static io.nrtstreams.sql.function.builtin.Aggregate.row;
import static io.nrtstreams.sql.type.SqlTypes.BIGINT;
import static io.nrtstreams.sql.type.SqlTypes.DOUBLE;
import static io.nrtstreams.sql.type.SqlTypes.INTEGER;
import static io.nrtstreams.sql.type.SqlTypes.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nrtstreams.sql.function.Aggregation;
import io.nrtstreams.sql.type.SqlType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AggregateLawsTest {

    private static final SqlType.Decimal DECIMAL = new SqlType.Decimal(9, 2);

    /** An aggregate function and the rows to give it. */
    record Subject(String name, Supplier<Aggregation> aggregation, Function<Random, @Nullable Object[]> rows) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Subject> all() {
        return Stream.concat(
                undoable(),
                Stream.of(
                        one("MIN", INTEGER, random -> random.nextInt(50)),
                        one("MAX", STRING, random -> "v" + random.nextInt(50)),
                        one("COUNT_DISTINCT", INTEGER, random -> random.nextInt(50)),
                        one("COLLECT_SET", INTEGER, random -> random.nextInt(5)),
                        one("EARLIEST_BY_OFFSET", INTEGER, random -> random.nextInt(50)),
                        one("EARLIEST_BY_OFFSET", INTEGER, random -> random.nextInt(50), false),
                        one("EARLIEST_BY_OFFSET", INTEGER, random -> random.nextInt(50), 3),
                        one("EARLIEST_BY_OFFSET", INTEGER, random -> random.nextInt(50), 3, false),
                        one("LATEST_BY_OFFSET", INTEGER, random -> random.nextInt(50)),
                        one("LATEST_BY_OFFSET", INTEGER, random -> random.nextInt(50), false),
                        one("LATEST_BY_OFFSET", INTEGER, random -> random.nextInt(50), 3),
                        one("LATEST_BY_OFFSET", INTEGER, random -> random.nextInt(50), 3, false),
                        one("TOPK", INTEGER, random -> random.nextInt(20), 4),
                        one("TOPKDISTINCT", INTEGER, random -> random.nextInt(20), 4),
                        subject(
                                "TOPK",
                                List.of(INTEGER, STRING),
                                random -> row(nullable(random, random.nextInt(20)), "v" + random.nextInt(9)),
                                4)));
    }

    static Stream<Subject> undoable() {
        return Stream.of(
                subject("COUNT", List.of(), random -> row()),
                one("COUNT", STRING, random -> "v"),
                one("SUM", INTEGER, Random::nextInt),
                one("SUM", BIGINT, Random::nextLong),
                one("SUM", DOUBLE, Random::nextDouble),
                one("SUM", DECIMAL, random -> BigDecimal.valueOf(random.nextInt(1000), 2)),
                one("SUM_LIST", new SqlType.Array(INTEGER), random -> List.of(random.nextInt(), random.nextInt())),
                one("AVG", INTEGER, Random::nextInt),
                one("AVG", DOUBLE, Random::nextDouble),
                one("COLLECT_LIST", INTEGER, random -> random.nextInt(5)),
                one("HISTOGRAM", STRING, random -> "v" + random.nextInt(5)),
                one("ATTR", INTEGER, random -> random.nextInt(2)),
                one("STDDEV_SAMP", DOUBLE, Random::nextGaussian),
                one("STDDEV_SAMPLE", BIGINT, random -> (long) random.nextInt(100)),
                subject(
                        "CORRELATION",
                        List.of(DOUBLE, DOUBLE),
                        random -> row(nullable(random, random.nextGaussian()), random.nextGaussian())));
    }

    @ParameterizedTest
    @MethodSource("all")
    void mergingIsLikeAddingAll(Subject subject) {
        for (int seed = 0; seed < 50; seed++) {
            Aggregation aggregation = subject.aggregation().get();
            List<@Nullable Object[]> first = rows(subject, seed);
            List<@Nullable Object[]> second = rows(subject, seed + 1000);
            List<@Nullable Object[]> both = new ArrayList<>(first);
            both.addAll(second);

            Object merged = aggregation.merge(state(aggregation, first), state(aggregation, second));

            Aggregation fresh = subject.aggregation().get();
            assertSame(aggregation.result(merged), fresh.result(state(fresh, both)));
        }
    }

    @ParameterizedTest
    @MethodSource("undoable")
    void takingBackWhatWasAddedLeavesWhatWasThere(Subject subject) {
        for (int seed = 0; seed < 50; seed++) {
            Aggregation aggregation = subject.aggregation().get();
            Object before = state(aggregation, rows(subject, seed));
            Object state = before;
            List<@Nullable Object[]> more = rows(subject, seed + 1000);

            for (Object[] row : more) {
                state = aggregation.add(state, row);
            }
            for (int i = more.size() - 1; i >= 0; i--) {
                state = aggregation.undo(state, more.get(i));
            }

            assertSame(aggregation.result(state), aggregation.result(before));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatWasGivenOutStaysAsItWas(Subject subject) {
        Aggregation aggregation = subject.aggregation().get();
        Object state = state(aggregation, rows(subject, 1));
        String stateBefore = String.valueOf(state);
        Object result = aggregation.result(state);
        String resultBefore = String.valueOf(result);

        for (Object[] row : rows(subject, 2)) {
            aggregation.add(state, row);
            if (aggregation.canUndo()) {
                aggregation.undo(state, row);
            }
        }
        aggregation.merge(state, aggregation.initial());
        aggregation.merge(state, state);

        assertThat(String.valueOf(state)).isEqualTo(stateBefore);
        assertThat(String.valueOf(result)).isEqualTo(resultBefore);
    }

    @ParameterizedTest
    @MethodSource("all")
    void statesAndResultsAreOfTheirTypes(Subject subject) {
        Aggregation aggregation = subject.aggregation().get();
        List<@Nullable Object[]> rows = rows(subject, 3);
        Object state = state(aggregation, rows);

        SqlValues.assertFits(aggregation.stateType(), aggregation.initial());
        SqlValues.assertFits(aggregation.stateType(), state);
        SqlValues.assertFits(aggregation.stateType(), aggregation.merge(state, state(aggregation, rows)));
        SqlValues.assertFits(aggregation.resultType(), aggregation.result(aggregation.initial()));
        SqlValues.assertFits(aggregation.resultType(), aggregation.result(state));
    }

    @ParameterizedTest
    @MethodSource("all")
    void onlySomeCanTakeRowsBack(Subject subject) {
        assertThat(subject.aggregation().get().canUndo())
                .isEqualTo(List.of(
                                "COUNT",
                                "SUM",
                                "SUM_LIST",
                                "AVG",
                                "COLLECT_LIST",
                                "HISTOGRAM",
                                "CORRELATION",
                                "STDDEV_SAMP",
                                "STDDEV_SAMPLE",
                                "ATTR")
                        .contains(subject.name()));
    }

    private static Subject one(String name, SqlType column, Function<Random, Object> values, Object... literals) {
        return subject(name, List.of(column), random -> row(nullable(random, values.apply(random))), literals);
    }

    private static Subject subject(
            String name, List<SqlType> columns, Function<Random, @Nullable Object[]> rows, Object... literals) {
        return new Subject(name, () -> Aggregate.of(name, columns, literals).aggregation(), rows);
    }

    private static @Nullable Object nullable(Random random, Object value) {
        return random.nextInt(5) == 0 ? null : value;
    }

    private static List<@Nullable Object[]> rows(Subject subject, int seed) {
        Random random = new Random(seed);
        return Stream.generate(() -> subject.rows().apply(random))
                .limit(random.nextInt(12))
                .toList();
    }

    private static @Nullable Object state(Aggregation aggregation, List<@Nullable Object[]> rows) {
        Object state = aggregation.initial();
        for (Object[] row : rows) {
            state = aggregation.add(state, row);
        }
        return state;
    }

    /** Equal, doubles but for rounding. */
    private static void assertSame(@Nullable Object actual, @Nullable Object expected) {
        if (actual instanceof Double number && expected instanceof Double other && !other.isNaN()) {
            assertThat(number).isCloseTo(other, within(1e-6 * Math.max(1, Math.abs(other))));
        } else {
            assertThat(actual).isEqualTo(expected);
        }
    }
}
