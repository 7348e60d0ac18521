package io.nrtstreams.connect.s3.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class SegmentPoolTest {
    private static Segments filled(SegmentPool pool, int bytes, int with) {
        Segments segments = new Segments(pool);
        byte[] one = {(byte) with};
        for (int i = 0; i < bytes; i++) {
            segments.append(one, 0, 1);
        }
        return segments;
    }

    @Test
    void aFileIsMadeOfWhatTheOneBeforeNoLongerNeeds() throws IOException {
        SegmentPool pool = SegmentPool.ofMost(1 << 20);
        Segments first = filled(pool, 5000, 1);
        long kept = first.capacity();

        first.recycle();
        assertThat(pool.held()).isEqualTo(kept);
        assertThat(first.length()).isZero();

        Segments second = filled(pool, 4000, 2);
        assertThat(pool.held()).isEqualTo(kept - second.capacity());
        assertThat(second.stream().readAllBytes()).hasSize(4000).containsOnly(2);
    }

    @Test
    void noMoreIsKeptThanItsBound() {
        SegmentPool pool = SegmentPool.ofMost(3 << 10);

        filled(pool, 100_000, 1).recycle();

        assertThat(pool.held()).isEqualTo(2 << 10);
        pool.clear();
        assertThat(pool.held()).isZero();
    }

    @Test
    void aPoolOfNothingKeepsNothing() {
        SegmentPool pool = SegmentPool.none();

        filled(pool, 10, 1).recycle();

        assertThat(pool.held()).isZero();
    }
}
