package io.nrtstreams.analytics.host.output;

import java.util.Arrays;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Chooses partitions as Kafka's clients do: murmur2 of the key's bytes; of a windowed key, as Kafka Streams
 * (WindowedStreamPartitioner) does, of the bytes before the window. So topics of the same keys and the same number of
 * partitions can be joined by any program. Records without a key go on to the next partition after every {@link #RUN}.
 */
final class KeyPartitions {

    /** Long enough for batches of records that compress well, short enough that partitions grow alike. */
    static final int RUN = 512;

    private final int windowBytes;
    private final int partitions;
    private long withoutKey;

    /** @param start the partition where records without a key begin, modulo the partitions */
    KeyPartitions(int windowBytes, int partitions, long start) {
        this.windowBytes = windowBytes;
        this.partitions = partitions;
        this.withoutKey = Math.floorMod(start, partitions) * (long) RUN;
    }

    int of(byte @Nullable [] key) {
        if (key == null) {
            return (int) (withoutKey++ / RUN % partitions);
        }
        byte[] base = windowBytes == 0 ? key : Arrays.copyOf(key, key.length - windowBytes);
        return Utils.toPositive(Utils.murmur2(base)) % partitions;
    }
}
