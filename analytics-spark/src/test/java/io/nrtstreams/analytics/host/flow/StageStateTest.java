package io.nrtstreams.analytics.host.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.sql.state.InMemoryState;
import io.nrtstreams.sql.state.KeyedState;
import io.nrtstreams.sql.state.StateKey;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** State in a store is as state in memory, however little of it is held at a time. */
class StageStateTest {

    private static final List<SqlType> ROW = List.of(SqlTypes.STRING, SqlTypes.BIGINT);
    private static final long NONE = Long.MIN_VALUE;

    private final KeyCodec keys = new KeyCodec(List.of(SqlTypes.INTEGER));
    private final MapStore store = new MapStore();

    /** The handles of an operator. */
    private record Handles(KeyedState.ValueState value, KeyedState.MapState map, KeyedState.Timers timers) {

        static Handles of(KeyedState state) {
            return new Handles(state.value("v", ROW), state.map("m", SqlTypes.BIGINT, ROW), state.timers());
        }

        /** Does something by chance, and tells what it saw. */
        String act(Random random) {
            long second = random.nextInt(40) - 20L;
            Object[] row = {"r" + random.nextInt(9), second};
            return switch (random.nextInt(9)) {
                case 0, 1 -> text(value.get());
                case 2 -> {
                    value.put(row);
                    yield "";
                }
                case 3 -> {
                    value.delete();
                    yield "";
                }
                case 4 -> {
                    map.put(second, row);
                    timers.register(second);
                    yield "";
                }
                case 5 -> {
                    map.delete(second);
                    timers.delete(second);
                    yield "";
                }
                case 6 -> text(map.get(second));
                case 7 -> texts(map.range(second - 5, second));
                default -> texts(map.entries());
            };
        }

        private static String texts(List<Map.Entry<Object, @Nullable Object[]>> entries) {
            StringBuilder text = new StringBuilder();
            entries.forEach(entry -> text.append(entry.getKey()).append('=').append(text(entry.getValue())));
            return text.toString();
        }

        private static String text(@Nullable Object @Nullable [] row) {
            return row == null ? "none" : row[0] + "/" + row[1];
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 20, 100_000})
    void doesWhatStateInMemoryDoes(int mostHeld) {
        for (int seed = 0; seed < 4; seed++) {
            MapStore slot = new MapStore();
            StageState stored = new StageState("stage", keys, mostHeld);
            Handles storedHandles = Handles.of(stored);
            InMemoryState memory = new InMemoryState(1_000_000);
            Handles memoryHandles = Handles.of(memory);
            Random random = new Random(seed);
            stored.begin(slot);
            for (int i = 0; i < 3000; i++) {
                int key = random.nextInt(60);
                int clock = random.nextInt(3);
                select(stored, key, clock);
                memory.select(new StateKey(new Object[] {key}, null), clock);
                long action = random.nextLong();
                assertThat(storedHandles.act(new Random(action))).isEqualTo(memoryHandles.act(new Random(action)));
                if (random.nextInt(40) == 0) {
                    long now = random.nextInt(40) - 25L;
                    assertThat(due(stored, clock, now)).isEqualTo(due(memory, clock, now));
                }
                if (random.nextInt(100) == 0) {
                    stored.finish();
                    stored.begin(slot);
                }
            }
        }
        assertThat(store.size()).isZero();
    }

    private void select(StageState state, int key, int clock) {
        ByteSink out = new ByteSink(8);
        keys.write(new Object[] {key}, null, out);
        byte[] bytes = out.toBytes();
        state.select(bytes, 0, bytes.length, clock);
    }

    private static List<String> due(StageState state, int clock, long now) {
        List<String> due = new ArrayList<>();
        for (long time = state.nextDue(clock, now, NONE); time != NONE; time = state.nextDue(clock, now, NONE)) {
            due.add(time + " " + state.key().values()[0]);
        }
        return due;
    }

    private static List<String> due(InMemoryState state, int clock, long now) {
        List<String> due = new ArrayList<>();
        state.advance(clock, now, (key, time) -> due.add(time + " " + key.values()[0]));
        return due;
    }
}
