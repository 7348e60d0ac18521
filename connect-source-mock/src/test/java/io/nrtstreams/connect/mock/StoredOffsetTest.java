package io.nrtstreams.connect.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoredOffsetTest {
    private static final StoredOffset OFFSET = new StoredOffset(7, "1|0@1+1", false);
    private static final StoredOffset LAST = new StoredOffset(8, "1|0@1+1", true);

    @Test
    void isAMapLikeAnyOther() {
        Map<String, Object> plain = Map.of("position", 7L, "schedule", "1|0@1+1");
        assertThat(OFFSET).isEqualTo(plain).hasSameHashCodeAs(plain);
        assertThat(plain).isEqualTo(OFFSET);
        assertThat(new HashMap<>(OFFSET)).isEqualTo(plain);
        assertThat(LAST).isEqualTo(Map.of("position", 8L, "schedule", "1|0@1+1", "complete", true));
    }

    @Test
    void hasNothingElse() {
        assertThat(OFFSET.get("complete")).isNull();
        assertThat(OFFSET.containsKey("complete")).isFalse();
        assertThat(OFFSET.get("Position")).isNull();
        assertThat(OFFSET.get(null)).isNull();
        assertThatThrownBy(() -> OFFSET.put("position", 9L)).isInstanceOf(UnsupportedOperationException.class);
    }
}
