package io.nrtstreams.sql.function.builtin.aggregate;

import io.nrtstreams.sql.function.AggregateFunction;
import io.nrtstreams.sql.function.Aggregator;
import io.nrtstreams.sql.function.Input;
import io.nrtstreams.sql.function.Signature;
import java.nio.ByteBuffer;
import org.apache.datasketches.hll.HllSketch;
import org.apache.datasketches.hll.TgtHllType;
import org.apache.datasketches.hll.Union;
import org.apache.datasketches.memory.Memory;
import org.apache.datasketches.memory.WritableMemory;
import org.jspecify.annotations.Nullable;

@AggregateFunction(
        name = "COUNT_DISTINCT",
        category = "AGGREGATE",
        description =
                "About how many distinct values there are, nulls left out: exact for a few hundred, later within 2 %"
                        + " as a rule, however many there are; it remembers 3 KiB at most.",
        examples = "COUNT_DISTINCT(user_id)")
final class CountDistinct {

    /** 4096 buckets: a standard error of 1.6 %. */
    private static final int LOG_BUCKETS = 12;

    /** Six bits a bucket: sketches of the kind that takes fewer bits grow now and then. */
    private static final TgtHllType BUCKETS = TgtHllType.HLL_6;

    /** Of a sketch that has all its buckets; smaller ones are lists of values. */
    private static final int FULL_SIZE = HllSketch.getMaxUpdatableSerializationBytes(LOG_BUCKETS, BUCKETS);

    private CountDistinct() {}

    @Signature
    @Input(name = "value", description = "what to count")
    static Aggregator<@Nullable Object, ByteBuffer, Long> of() {
        return new Sketching();
    }

    /**
     * The state is a HyperLogLog sketch of Apache DataSketches: no bytes for no values, its compact form while values are few,
     * then one that is changed without being unpacked.
     */
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
            byte[] value = Fingerprint.of(input);
            if (state.remaining() == FULL_SIZE) {
                byte[] copy = bytes(state);
                HllSketch.writableWrap(WritableMemory.writableWrap(copy)).update(value);
                return ByteBuffer.wrap(copy);
            }
            HllSketch sketch = sketch(state);
            sketch.update(value);
            return state(sketch);
        }

        @Override
        public ByteBuffer merge(ByteBuffer earlier, ByteBuffer later) {
            if (!earlier.hasRemaining() || !later.hasRemaining()) {
                return earlier.hasRemaining() ? earlier : later;
            }
            Union union = new Union(LOG_BUCKETS);
            union.update(sketch(earlier));
            union.update(sketch(later));
            return state(union.getResult(BUCKETS));
        }

        @Override
        public Long result(ByteBuffer state) {
            return state.hasRemaining() ? Math.round(sketch(state).getEstimate()) : 0;
        }

        /** For reading, or for changing while it is small. */
        private static HllSketch sketch(ByteBuffer state) {
            if (!state.hasRemaining()) {
                return new HllSketch(LOG_BUCKETS, BUCKETS);
            }
            byte[] bytes = bytes(state);
            return bytes.length == FULL_SIZE ? HllSketch.wrap(Memory.wrap(bytes)) : HllSketch.heapify(bytes);
        }

        private static ByteBuffer state(HllSketch sketch) {
            boolean full = sketch.getUpdatableSerializationBytes() == FULL_SIZE;
            return ByteBuffer.wrap(full ? sketch.toUpdatableByteArray() : sketch.toCompactByteArray());
        }

        private static byte[] bytes(ByteBuffer state) {
            byte[] bytes = new byte[state.remaining()];
            state.get(state.position(), bytes);
            return bytes;
        }
    }
}
