package io.nrtstreams.sql.function.builtin.aggregate;

import io.nrtstreams.sql.function.AggregateFunction;
import io.nrtstreams.sql.function.Aggregator;
import io.nrtstreams.sql.function.Input;
import io.nrtstreams.sql.function.Signature;
import java.nio.ByteBuffer;
import org.apache.datasketches.hll.HllSketch;
import org.apache.datasketches.hll.TgtHllType;
import org.apache.datasketches.hll.Union;
import org.jspecify.annotations.Nullable;

@AggregateFunction(
        name = "COUNT_DISTINCT",
        category = "AGGREGATE",
        description =
                "About how many distinct values there are, nulls left out: exact for a few hundred, later within 2 %"
                        + " as a rule, however many there are; it remembers at most 2 KiB.",
        examples = "COUNT_DISTINCT(user_id)")
final class CountDistinct {

    /** 4096 buckets: a standard error of 1.6 %. */
    private static final int LOG_BUCKETS = 12;

    private CountDistinct() {}

    @Signature
    @Input(name = "value", description = "what to count")
    static Aggregator<@Nullable Object, ByteBuffer, Long> of() {
        return new Sketching();
    }

    /** The state is a HyperLogLog sketch of Apache DataSketches in its compact form; no bytes for no values. */
    private record Sketching() implements Aggregator<@Nullable Object, ByteBuffer, Long> {

        @Override
        public ByteBuffer initial() {
            return ByteBuffer.allocate(0);
        }

        @Override
        public ByteBuffer add(ByteBuffer state, @Nullable Object input) {
            if (input == null) {
                return state;
            }
            HllSketch sketch = sketch(state);
            sketch.update(Fingerprint.of(input));
            return ByteBuffer.wrap(sketch.toCompactByteArray());
        }

        @Override
        public ByteBuffer merge(ByteBuffer earlier, ByteBuffer later) {
            if (!earlier.hasRemaining() || !later.hasRemaining()) {
                return earlier.hasRemaining() ? earlier : later;
            }
            Union union = new Union(LOG_BUCKETS);
            union.update(sketch(earlier));
            union.update(sketch(later));
            return ByteBuffer.wrap(union.getResult(TgtHllType.HLL_4).toCompactByteArray());
        }

        @Override
        public Long result(ByteBuffer state) {
            return state.hasRemaining() ? Math.round(sketch(state).getEstimate()) : 0;
        }

        private static HllSketch sketch(ByteBuffer state) {
            if (!state.hasRemaining()) {
                return new HllSketch(LOG_BUCKETS, TgtHllType.HLL_4);
            }
            byte[] bytes = new byte[state.remaining()];
            state.duplicate().get(bytes);
            return HllSketch.heapify(bytes);
        }
    }
}
