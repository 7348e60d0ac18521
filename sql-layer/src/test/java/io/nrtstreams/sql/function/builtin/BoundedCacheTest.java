package io.nrtstreams.sql.function.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BoundedCacheTest {

    private final AtomicInteger made = new AtomicInteger();
    private final BoundedCache<Integer, String> cache = new BoundedCache<>(key -> {
        made.incrementAndGet();
        return "value " + key;
    });

    @Test
    void makesAValueOnce() {
        assertThat(cache.get(1)).isEqualTo("value 1");
        assertThat(cache.get(1)).isEqualTo("value 1");
        assertThat(made).hasValue(1);
    }

    @Test
    void staysBelowItsLimitHoweverManyKeysCome() {
        for (int key = 0; key < 10 * BoundedCache.LIMIT; key++) {
            cache.get(key);
            assertThat(cache.size()).isLessThanOrEqualTo(BoundedCache.LIMIT);
        }
    }

    @Test
    void keepsNothingOfWhatCannotBeMade() {
        BoundedCache<Integer, String> failing = new BoundedCache<>(key -> {
            throw new IllegalArgumentException("no");
        });
        assertThatThrownBy(() -> failing.get(1)).hasMessage("no");
        assertThat(failing.size()).isZero();
    }
}
