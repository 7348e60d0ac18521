package io.nrtstreams.connect.s3.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.connect.s3.FakeClock;
import io.nrtstreams.connect.s3.FakeExecutor;
import io.nrtstreams.connect.s3.MemoryStore;
import io.nrtstreams.connect.s3.delivery.DeliverySettings.Guarantee;
import io.nrtstreams.connect.s3.file.Compression;
import io.nrtstreams.connect.s3.file.SegmentPool;
import io.nrtstreams.connect.s3.format.BadRecordException;
import io.nrtstreams.connect.s3.format.CsvDialect;
import io.nrtstreams.connect.s3.format.Envelope;
import io.nrtstreams.connect.s3.format.FormatSettings;
import io.nrtstreams.connect.s3.format.Formats;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What deliveries say they hold is what they hold, whatever happened before. */
class MemoryAccountTest {
    private static final int WALKS = 40;
    private static final int STEPS = 250;
    private static final List<TopicPartition> PARTITIONS =
            List.of(new TopicPartition("devices", 0), new TopicPartition("devices", 1));

    private final MemoryStore store = new MemoryStore();

    /** One task after another on the same store, each replaying from where it likes, so that links are met everywhere. */
    @ParameterizedTest
    @EnumSource(Compression.class)
    void isTheSumOverChainsAfterAnyOperations(Compression compression) throws InterruptedException {
        for (int seed = 0; seed < WALKS; seed++) {
            new Walk(new Random(seed), compression, "walk " + seed).run();
        }
    }

    private final class Walk {
        private final Random random;
        private final String name;
        private final FakeClock clock = new FakeClock();
        private final FakeExecutor executor = FakeExecutor.late();
        private final SegmentPool pool;
        private final Deliveries deliveries;
        private final Map<TopicPartition, Long> positions = new HashMap<>();
        private boolean sendsForReleased;

        private Walk(Random random, Compression compression, String name) {
            this.random = random;
            this.name = name;
            this.pool = SegmentPool.ofMost(random.nextBoolean() ? 64 << 10 : 0);
            RotationPolicy rotation = new RotationPolicy(
                    5,
                    6 << 10,
                    Duration.ofSeconds(7),
                    Optional.of(Duration.ofSeconds(3)),
                    Optional.empty(),
                    Optional.of(Duration.ofSeconds(4)));
            DeliverySettings settings =
                    new DeliverySettings(Guarantee.EXACTLY_ONCE, rotation, 4, 96 << 10, 3, Duration.ofMinutes(1));
            FormatSettings format = new FormatSettings(Envelope.none(), compression, 1, pool);
            this.deliveries = Deliveries.of(
                    settings,
                    new Deliveries.Parts(
                            store,
                            new ObjectNames(name, ".csv"),
                            Formats.csv(format, List.of(), CsvDialect.usual()),
                            pool,
                            SinkRecord::timestamp,
                            executor,
                            clock.clocks(),
                            "writer " + random.nextInt(),
                            new Monitor() {}));
            deliveries.assign(PARTITIONS);
        }

        private void run() throws InterruptedException {
            for (int step = 0; step < STEPS; step++) {
                act();
                check("%s, step %s".formatted(name, step));
            }
            deliveries.release(PARTITIONS);
            executor.runAll();
            deliveries.tend();
            assertThat(deliveries.memory()).as(name).isEqualTo(pool.held());
        }

        private void check(String when) {
            if (sendsForReleased) {
                assertThat(deliveries.memory()).as(when).isGreaterThanOrEqualTo(held());
            } else {
                assertThat(deliveries.memory()).as(when).isEqualTo(held());
            }
        }

        private long held() {
            return pool.held()
                    + PARTITIONS.stream()
                            .flatMap(partition -> deliveries.of(partition).chains().stream())
                            .mapToLong(Chain::memory)
                            .sum();
        }

        private void act() throws InterruptedException {
            TopicPartition some = PARTITIONS.get(random.nextInt(PARTITIONS.size()));
            switch (random.nextInt(12)) {
                case 0 -> clock.advance(Duration.ofMillis(random.nextInt(3000)));
                case 1, 2 -> executor.runSome(random);
                case 3 -> {
                    executor.runAll();
                    put(some, 0);
                    sendsForReleased = false;
                }
                case 4 -> deliveries.flush(List.of(some), Duration.ZERO);
                case 5 -> handOver(some);
                default -> put(some, random.nextInt(12));
            }
        }

        /** The partition is taken away and comes back, at any earlier offset. */
        private void handOver(TopicPartition partition) {
            sendsForReleased = true;
            deliveries.release(List.of(partition));
            deliveries.assign(List.of(partition));
            positions.computeIfPresent(partition, (key, position) -> (long) random.nextInt(position.intValue() + 1));
        }

        private void put(TopicPartition partition, int records) {
            deliveries.areInPlace();
            deliveries.tend();
            positions.putAll(deliveries.readAgain());
            deliveries.areInPlace();
            for (int i = 0; i < records; i++) {
                append(partition);
            }
            deliveries.tend();
        }

        private void append(TopicPartition partition) {
            long offset = positions.merge(partition, 1L, Long::sum) - 1;
            // What a record is depends on its offset alone, as in a topic.
            Random its = new Random(offset * 31 + partition.partition());
            Map<String, Object> value = new HashMap<>(Map.of("n", offset, "text", "x".repeat(its.nextInt(2000))));
            if (its.nextInt(6) == 0) {
                value.put("column" + its.nextInt(4), its.nextLong());
            }
            if (its.nextInt(9) == 0) {
                value.put("bad", new Object());
            }
            SinkRecord record = new SinkRecord(
                    partition.topic(),
                    partition.partition(),
                    null,
                    null,
                    null,
                    value,
                    offset,
                    500 * offset,
                    TimestampType.CREATE_TIME);
            PartitionChains source = deliveries.of(partition);
            assertThat(source.sees(offset)).isTrue();
            try {
                deliveries.append(source, new Route(name, "site=" + its.nextInt(4), ""), record);
            } catch (BadRecordException e) {
                assertThat(e).hasMessageContaining("java.lang.Object");
            }
        }
    }
}
