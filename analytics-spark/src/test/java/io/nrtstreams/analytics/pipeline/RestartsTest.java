package io.nrtstreams.analytics.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RestartsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Restarts restarts = new Restarts();

    @Test
    void onlySoManyAreAllowedInAWhile() {
        for (int i = 0; i < Restarts.MOST; i++) {
            assertThat(restarts.take(NOON.plusSeconds(i))).isTrue();
        }

        assertThat(restarts.take(NOON.plus(Restarts.WHILE))).isFalse();
        assertThat(restarts.count()).isEqualTo(Restarts.MOST);
    }

    @Test
    void thoseOfLongAgoDoNotCountAgainstNewOnes() {
        for (int i = 0; i < Restarts.MOST; i++) {
            restarts.take(NOON);
        }

        assertThat(restarts.take(NOON.plus(Restarts.WHILE).plusMillis(1))).isTrue();
        assertThat(restarts.count()).isEqualTo(Restarts.MOST + 1);
    }
}
