package io.nrtstreams.analytics.host.output;

import static io.nrtstreams.analytics.host.output.TestTopics.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;

final class KeyPartitionsTest {

    private static final int PARTITIONS = 7;

    @Test
    void aKeyGoesWhereKafkasProducersPutIt() {
        KeyPartitions partitions = new KeyPartitions(0, PARTITIONS, 0);

        assertThat(keys())
                .allSatisfy(key -> assertThat(partitions.of(bytes(key)))
                        .isEqualTo(BuiltInPartitioner.partitionForKey(bytes(key), PARTITIONS)));
    }

    @Test
    void aWindowedKeyGoesWhereItsKeyGoesWithoutTheWindow() {
        KeyPartitions timeWindows = new KeyPartitions(8, PARTITIONS, 0);
        KeyPartitions sessions = new KeyPartitions(16, PARTITIONS, 0);

        assertThat(keys()).allSatisfy(key -> {
            int expected = BuiltInPartitioner.partitionForKey(bytes(key), PARTITIONS);
            assertThat(timeWindows.of(windowed(key, 1_700_000_000_000L))).isEqualTo(expected);
            assertThat(sessions.of(windowed(key, 1_700_000_009_000L, 1_700_000_000_000L)))
                    .isEqualTo(expected);
        });
    }

    @Test
    void recordsWithoutAKeyTakeThePartitionsInTurn() {
        KeyPartitions partitions = new KeyPartitions(0, 3, 5);

        int[] runs = IntStream.range(0, 4 * KeyPartitions.RUN)
                .map(record -> partitions.of(null))
                .filter(new EveryNth(KeyPartitions.RUN)::isIt)
                .toArray();

        assertThat(runs).containsExactly(2, 0, 1, 2);
    }

    private static Iterable<String> keys() {
        return IntStream.range(0, 200).mapToObj(i -> "customer-" + i).toList();
    }

    private static byte[] windowed(String key, long... times) {
        byte[] base = bytes(key);
        ByteBuffer buffer =
                ByteBuffer.allocate(base.length + times.length * Long.BYTES).put(base);
        for (long time : times) {
            buffer.putLong(time);
        }
        return buffer.array();
    }

    private static final class EveryNth {

        private final int n;
        private int seen;

        EveryNth(int n) {
            this.n = n;
        }

        boolean isIt(int ignored) {
            return seen++ % n == 0;
        }
    }
}
