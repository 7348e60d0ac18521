package io.nrtstreams.connect.cleaning.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeriesStoreTest {
    private final SeriesStore<Object> store = new SeriesStore<>(100, Object::new);

    @Test
    void aKeyOfAnyKindHasOneSeries() {
        List<Object> keys =
                List.of("a", "x".repeat(100_000), 7, 7L, true, BigInteger.TEN.pow(1_000), Map.of("a", 1), List.of("a"));
        List<Object> series = keys.stream().map(store::get).toList();

        assertThat(series).doesNotHaveDuplicates();
        assertThat(keys.stream().map(store::get).toList()).isEqualTo(series);
        assertThat(store.get(null)).isSameAs(store.get(null)).isNotIn(series);
    }

    @Test
    void aSeriesIsFoundOnceItHasBegun() {
        assertThat(store.find("a")).isNull();
        assertThat(store.size()).isZero();
        assertThat(store.get("a")).isSameAs(store.find("a"));
    }

    @Test
    void itHoldsNoMoreThanItWasTold() {
        for (int i = 0; i < 10_000; i++) {
            store.get(i);
        }
        assertThat(store.size()).isEqualTo(100);
    }
}
