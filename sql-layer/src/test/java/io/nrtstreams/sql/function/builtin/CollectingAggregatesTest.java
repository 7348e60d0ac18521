package io.nrtstreams.sql.function.builtin;

import static io.nrtstreams.sql.type.SqlTypes.BIGINT;
import static io.nrtstreams.sql.type.SqlTypes.BYTES;
import static io.nrtstreams.sql.type.SqlTypes.DOUBLE;
import static io.nrtstreams.sql.type.SqlTypes.INTEGER;
import static io.nrtstreams.sql.type.SqlTypes.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.StructValue;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class CollectingAggregatesTest {

    @Test
    void collectListKeepsEverything() {
        Aggregate list = Aggregate.of("COLLECT_LIST", STRING);

        assertThat(list.result("b", null, "a", "b")).isEqualTo(Arrays.asList("b", null, "a", "b"));
        assertThat(list.result()).isEqualTo(List.of());
        assertThat(list.merged(list.state("z", "y"), list.state("a"))).isEqualTo(List.of("z", "y", "a"));
        assertThat(list.aggregation().resultType()).isEqualTo(new SqlType.Array(STRING));
    }

    @Test
    void collectListTakesBackTheLastEqualValue() {
        Aggregate list = Aggregate.of("COLLECT_LIST", STRING);

        assertThat(list.without(list.state("a", "b", "a", "c"), "a")).isEqualTo(List.of("a", "b", "c"));
        assertThat(list.without(list.state("a", null), null)).isEqualTo(List.of("a"));
        assertThat(list.without(list.state("a"), "x")).isEqualTo(List.of("a"));
    }

    @Test
    void collectListAndSetStopAtAThousand() {
        Object[] numbers = IntStream.range(0, 1200).boxed().toArray();
        List<Integer> firstThousand = IntStream.range(0, 1000).boxed().toList();

        for (String function : List.of("COLLECT_LIST", "COLLECT_SET")) {
            Aggregate collect = Aggregate.of(function, INTEGER);
            assertThat(collect.result(numbers)).isEqualTo(firstThousand);
            Object low = collect.state(IntStream.range(0, 600).boxed().toArray());
            Object high = collect.state(IntStream.range(600, 1200).boxed().toArray());
            assertThat(collect.merged(low, high)).isEqualTo(firstThousand);
        }
    }

    @Test
    void collectSetKeepsTheFirstOfEqualValues() {
        Aggregate set = Aggregate.of("COLLECT_SET", STRING);

        assertThat(set.result("b", "a", null, "b", null, "c")).isEqualTo(Arrays.asList("b", "a", null, "c"));
        assertThat(set.merged(set.state("z", "y"), set.state("a", "z"))).isEqualTo(List.of("z", "y", "a"));
        assertThat(set.aggregation().canUndo()).isFalse();
    }

    @Test
    void histogramCountsValues() {
        Aggregate histogram = Aggregate.of("HISTOGRAM", STRING);

        assertThat(histogram.result("a", "b", null, "a")).isEqualTo(Map.of("a", 2L, "b", 1L));
        assertThat(histogram.without(histogram.state("a", "a", "b"), "a")).isEqualTo(Map.of("a", 1L, "b", 1L));
        assertThat(histogram.without(histogram.state("a", "b"), "a")).isEqualTo(Map.of("b", 1L));
        assertThat(histogram.without(histogram.state("a"), "x")).isEqualTo(Map.of("a", 1L));
        assertThat(histogram.merged(histogram.state("a", "b"), histogram.state("b", "c")))
                .isEqualTo(Map.of("a", 1L, "b", 2L, "c", 1L));
        assertThat(histogram.aggregation().resultType()).isEqualTo(new SqlType.Map(STRING, BIGINT));
    }

    @Test
    void histogramCountsTheFirstThousandDistinctValues() {
        Aggregate histogram = Aggregate.of("HISTOGRAM", STRING);
        List<Object> values = new ArrayList<>();
        IntStream.range(0, 1100).forEach(i -> values.add("v" + i));
        values.add("v0");

        assertThat(histogram.result(values.toArray()))
                .asInstanceOf(InstanceOfAssertFactories.map(String.class, Long.class))
                .hasSize(1000)
                .containsEntry("v0", 2L)
                .containsEntry("v999", 1L);
    }

    @Test
    void attrGivesWhatAllRowsShare() {
        Aggregate attr = Aggregate.of("ATTR", STRING);

        assertThat(attr.results("a", "a", "b")).containsExactly("a", "a", null);
        assertThat(attr.results(null, null, "b")).containsExactly(null, null, null);
        assertThat(attr.result()).isNull();
        assertThat(attr.without(attr.state("a", "b", "a"), "b")).isEqualTo("a");
        assertThat(attr.without(attr.state("a", null), null)).isEqualTo("a");
        assertThat(attr.without(attr.state("a", "b", "b"), "b")).isNull();
        assertThat(attr.merged(attr.state("a"), attr.state("a"))).isEqualTo("a");
        assertThat(attr.merged(attr.state("a"), attr.state("b"))).isNull();
        assertThat(attr.aggregation().resultType()).isEqualTo(STRING);
    }

    @Test
    void countDistinctIsExactForFew() {
        Aggregate distinct = Aggregate.of("COUNT_DISTINCT", STRING);

        assertThat(distinct.results("a", null, "b", "a", "")).containsExactly(1L, 1L, 2L, 2L, 3L);
        assertThat(distinct.result()).isEqualTo(0L);
        assertThat(distinct.result(
                        IntStream.range(0, 150).mapToObj(i -> "v" + i % 100).toArray()))
                .isEqualTo(100L);
        assertThat(distinct.results(
                        IntStream.range(0, 300).mapToObj(i -> "v" + i).toArray()))
                .isEqualTo(LongStream.rangeClosed(1, 300).boxed().toList());
        assertThat(distinct.merged(distinct.state("a", "b"), distinct.state("b", "c")))
                .isEqualTo(3L);
        assertThat(distinct.merged(distinct.state(), distinct.state("b"))).isEqualTo(1L);
        assertThat(distinct.aggregation().stateType()).isEqualTo(BYTES);
    }

    @Test
    void countDistinctIsCloseForManyInLittleMemory() {
        Aggregate distinct = Aggregate.of("COUNT_DISTINCT", BIGINT);
        Object state = distinct.state(
                IntStream.range(0, 20_000).mapToObj(i -> (long) i).toArray());

        assertThat((Long) distinct.aggregation().result(state)).isCloseTo(20_000L, within(1_000L));
        assertThat(((ByteBuffer) state).remaining()).isLessThan(3_200);
        Object others = distinct.state(
                IntStream.range(15_000, 30_000).mapToObj(i -> (long) i).toArray());
        assertThat((Long) distinct.merged(state, others)).isCloseTo(30_000L, within(1_500L));
        assertThat((Long) distinct.merged(others, distinct.state(1L, 2L))).isCloseTo(15_002L, within(750L));
    }

    @Test
    void countDistinctTellsValuesOfAnyTypeApart() {
        SqlType.Struct struct = new SqlType.Struct(
                List.of(new SqlType.Field("A", STRING), new SqlType.Field("B", new SqlType.Array(DOUBLE))));

        assertThat(Aggregate.of("COUNT_DISTINCT", struct)
                        .result(
                                new StructValue(struct, "a", List.of(1.0)),
                                new StructValue(struct, "a", List.of(1.0)),
                                new StructValue(struct, "a", List.of(1.0, 1.0)),
                                new StructValue(struct, null, List.of(1.0)),
                                new StructValue(struct, "a", null)))
                .isEqualTo(4L);
        assertThat(Aggregate.of("COUNT_DISTINCT", new SqlType.Map(STRING, INTEGER))
                        .result(Map.of("a", 1, "b", 2), Map.of("b", 2, "a", 1), Map.of("a", 2, "b", 1)))
                .isEqualTo(2L);
        assertThat(Aggregate.of("COUNT_DISTINCT", new SqlType.Array(STRING))
                        .result(List.of("a", "b"), List.of("ab"), List.of("a, b")))
                .isEqualTo(3L);
        assertThat(Aggregate.of("COUNT_DISTINCT", DOUBLE).result(0.0, -0.0, 1.0))
                .isEqualTo(2L);
    }
}
