package io.nrtstreams.connect.cleaning.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentityCacheTest {
    private final List<String> computed = new ArrayList<>();
    private final IdentityCache<String, String> cache = new IdentityCache<>(2, key -> {
        computed.add(key);
        return key + "!";
    });
    private final String a = new String("a");
    private final String b = new String("b");
    private final String c = new String("c");

    @Test
    void computesOncePerObject() {
        assertThat(cache.get(a)).isSameAs(cache.get(a));
        assertThat(cache.get(new String("a"))).isEqualTo("a!");

        assertThat(computed).containsExactly("a", "a");
    }

    @Test
    void makesRoomByForgettingTheOneUnusedForLongest() {
        cache.get(a);
        cache.get(b);
        cache.get(a);
        cache.get(c);
        cache.get(a);
        cache.get(b);

        assertThat(computed).containsExactly("a", "b", "c", "b");
        assertThat(cache.size()).isEqualTo(2);
    }
}
