package io.nrtstreams.sql.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.row.Window;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InMemoryStateTest {

    private static final List<SqlType> TEXT = List.of(SqlTypes.STRING);

    private final InMemoryState state = new InMemoryState(3);

    @Test
    void handlesMeanTheSelectedKeyOnly() {
        KeyedState.ValueState value = state.value("v", TEXT);
        select("a");
        value.put(row("x"));
        select("b");
        assertThat(value.get()).isNull();

        select("a");
        assertThat(value.get()).containsExactly("x");
        value.delete();
        assertThat(value.get()).isNull();
        assertThat(state.keys()).isZero();
        assertThat(state.rows()).isZero();
    }

    @Test
    void windowIsPartOfTheKey() {
        KeyedState.ValueState value = state.value("v", TEXT);
        state.select(new StateKey(row("a"), new Window(0, 10)), 0);
        value.put(row("x"));
        state.select(new StateKey(row("a"), new Window(0, 20)), 0);

        assertThat(value.get()).isNull();
    }

    @Test
    void mapsAreSortedAndGiveRangesWithBothEnds() {
        KeyedState.MapState map = state.map("m", SqlTypes.BIGINT, TEXT);
        select("a");
        map.put(7L, row("seven"));
        map.put(3L, row("three"));
        map.put(5L, row("five"));

        assertThat(map.range(3L, 5L)).extracting(Map.Entry::getKey).containsExactly(3L, 5L);
        assertThat(map.range(9L, 1L)).isEmpty();
        map.entries().forEach(entry -> map.delete(entry.getKey()));
        assertThat(map.entries()).isEmpty();
        assertThat(state.keys()).isZero();
    }

    @Test
    void mapsByWhatHasNoOrderKeepTheOrderOfInsertionAndRefuseRanges() {
        KeyedState.MapState map = state.map("m", new SqlType.Array(SqlTypes.INTEGER), TEXT);
        select("a");
        map.put(List.of(2), row("x"));
        map.put(List.of(1), row("y"));

        assertThat(map.entries()).extracting(Map.Entry::getKey).containsExactly(List.of(2), List.of(1));
        assertThatThrownBy(() -> map.range(List.of(1), List.of(2)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("keys have no order");
    }

    @Test
    void rowsOfAllHandlesCountTowardsTheLimit() {
        KeyedState.ValueState value = state.value("v", TEXT);
        KeyedState.MapState map = state.map("m", SqlTypes.BIGINT, TEXT);
        select("a");
        value.put(row("x"));
        value.put(row("y"));
        map.put(1L, row("x"));
        map.put(1L, row("y"));
        select("b");
        value.put(row("x"));
        assertThat(state.rows()).isEqualTo(3);

        assertThatThrownBy(() -> map.put(1L, row("x")))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("more than 3 rows of state");
    }

    @Test
    void timersFireInTheOrderOfTimeAndKeyOnceEach() {
        KeyedState.Timers timers = state.timers();
        register(timers, "b", 5, 3);
        register(timers, "a", 5, 5, 9);
        register(timers, "c", 4);
        select("c");
        timers.delete(4);

        assertThat(fired(5)).containsExactly("b 3", "a 5", "b 5");
        assertThat(fired(8)).isEmpty();
        assertThat(fired(9)).containsExactly("a 9");
    }

    @Test
    void timerRegisteredWhileTimersFireIsFiredToo() {
        KeyedState.Timers timers = state.timers();
        register(timers, "a", 1);
        List<Long> times = new ArrayList<>();
        state.advance(0, 10, (key, time) -> {
            times.add(time);
            if (time < 3) {
                timers.register(time + 1);
            }
        });

        assertThat(times).containsExactly(1L, 2L, 3L);
    }

    @Test
    void clocksDoNotFireEachOthersTimers() {
        KeyedState.Timers timers = state.timers();
        state.select(new StateKey(row("a"), null), 1);
        timers.register(5);

        assertThat(fired(10)).isEmpty();
    }

    @Test
    void keysOrderByColumnsNullFirstThenByWindow() {
        assertThat(key(null, 1)).isLessThan(key("a", 0));
        assertThat(key("a", 2)).isLessThan(key("b", 1));
        assertThat(key("a", 1)).isLessThan(key("a", 2)).isEqualByComparingTo(key("a", 1));
        assertThat(new StateKey(new Object[] {"a"}, new Window(0, 9)))
                .isGreaterThan(new StateKey(new Object[] {"a"}, null))
                .isLessThan(new StateKey(new Object[] {"a"}, new Window(1, 2)));
        assertThat(key("a", new BigDecimal("1.0"))).isEqualTo(key("a", new BigDecimal("1.0")));
    }

    @Test
    void stateBeforeAKeyIsAMistakeOfTheHost() {
        KeyedState.Timers timers = state.timers();

        assertThatThrownBy(() -> timers.register(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("before a key was selected");
    }

    private List<String> fired(long time) {
        List<String> fired = new ArrayList<>();
        state.advance(0, time, (key, due) -> fired.add(key.values()[0] + " " + due));
        return fired;
    }

    private void register(KeyedState.Timers timers, String key, long... times) {
        select(key);
        for (long time : times) {
            timers.register(time);
        }
    }

    private void select(String key) {
        state.select(new StateKey(row(key), null), 0);
    }

    private static StateKey key(Object... values) {
        return new StateKey(values, null);
    }

    private static Object[] row(Object... values) {
        return values;
    }
}
