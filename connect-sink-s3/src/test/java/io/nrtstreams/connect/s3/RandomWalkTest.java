package io.nrtstreams.connect.s3;

import static io.nrtstreams.connect.s3.Records.properties;
import static io.nrtstreams.connect.s3.Records.reading;
import static io.nrtstreams.connect.s3.Records.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.connect.s3.FaultyStore.Fate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

/**
 * Two tasks of one group under random events, driven in the order of calls of Connect's WorkerSinkTask (Kafka 4.3): what
 * a commit throws is logged and the consumer goes back to the last commit, a failed task is committed and closed before
 * it is stopped, partitions change hands with and without a commit, and stay with a task while others go.
 */
class RandomWalkTest {
    private static final int WALKS = 150;
    private static final int STEPS = 120;
    private static final int RECORDS = 120;
    private static final List<TopicPartition> PARTITIONS = List.of(
            new TopicPartition("devices", 0), new TopicPartition("devices", 1), new TopicPartition("devices", 2));

    @Test
    void eachRecordIsStoredOnce() {
        for (int seed = 0; seed < WALKS; seed++) {
            assertThat(new Walk(seed, "exactly-once").run())
                    .as("walk %s", seed)
                    .doesNotHaveDuplicates()
                    .hasSize(RECORDS * PARTITIONS.size());
        }
    }

    /** The store of this test does one request at a time, so that nobody writes between another's look and write. */
    @Test
    void eachRecordIsStoredWithoutConditionalWrites() {
        for (int seed = 0; seed < WALKS; seed++) {
            assertThat(Set.copyOf(new Walk(seed, "at-least-once").run()))
                    .as("walk %s", seed)
                    .hasSize(RECORDS * PARTITIONS.size());
        }
    }

    private static Map<TopicPartition, List<SinkRecord>> log() {
        Random random = new Random(11);
        Map<TopicPartition, List<SinkRecord>> log = new HashMap<>();
        for (TopicPartition partition : PARTITIONS) {
            List<SinkRecord> records = new ArrayList<>();
            for (int n = 0; n < RECORDS; n++) {
                Map<String, Object> value = reading(n, "site" + random.nextInt(4));
                value.put("partition", partition.partition());
                records.add(record(partition, n, value));
            }
            log.put(partition, records);
        }
        return log;
    }

    private static final class Walk {
        private final Random random;
        private final String delivery;
        private final String name;
        private final MemoryStore store = new MemoryStore();
        private final FakeClock clock = new FakeClock();
        private final Map<TopicPartition, List<SinkRecord>> log = log();
        private final Map<TopicPartition, Long> committed = new HashMap<>();
        private final List<Worker> workers = new ArrayList<>();
        private boolean isCalm;

        private Walk(int seed, String delivery) {
            this.random = new Random(seed);
            this.delivery = delivery;
            this.name = "walk " + seed;
        }

        /** Lines of the store at the end. */
        private List<String> run() {
            workers.add(new Worker());
            workers.add(new Worker());
            workers.get(0).assign(PARTITIONS);
            for (int step = 0; step < STEPS; step++) {
                act(random.nextInt(workers.size()));
            }
            isCalm = true;
            for (int round = 0; round < 60; round++) {
                clock.advance(Duration.ofSeconds(31));
                for (int i = 0; i < workers.size(); i++) {
                    workers.get(i).late.runAll();
                    step(i, 100);
                }
            }
            PARTITIONS.forEach(partition -> assertThat(committed).as(name).containsEntry(partition, (long) RECORDS));
            return store.lines();
        }

        private void act(int at) {
            Worker worker = workers.get(at);
            switch (random.nextInt(14)) {
                case 0 -> clock.advance(Duration.ofMillis(random.nextInt(5000)));
                case 1, 2, 3 -> worker.late.runSome(random);
                case 4 -> worker.commit();
                case 5 -> handOver(at, random.nextBoolean());
                case 6 -> {
                    if (random.nextInt(4) == 0) {
                        fail(at);
                    }
                }
                default -> step(at, random.nextInt(12));
            }
        }

        private void step(int at, int most) {
            try {
                workers.get(at).poll(most);
                if (isCalm) {
                    workers.get(at).commit();
                }
            } catch (ConnectException e) {
                fail(at);
            }
        }

        /** One partition goes over to the other task; the rest stays. */
        private void handOver(int from, boolean lost) {
            Worker giver = workers.get(from);
            if (giver.positions.isEmpty()) {
                return;
            }
            List<TopicPartition> owned = List.copyOf(giver.positions.keySet());
            List<TopicPartition> going = List.of(owned.get(random.nextInt(owned.size())));
            giver.revoke(going, lost);
            workers.get(1 - from).assign(going);
        }

        /** The task ends as WorkerSinkTask does after an exception, and is started again; its requests may still arrive. */
        private void fail(int at) {
            Worker failed = workers.get(at);
            List<TopicPartition> owned = List.copyOf(failed.positions.keySet());
            failed.revoke(owned, false);
            failed.task.stop();
            Worker next = new Worker();
            workers.set(at, next);
            next.assign(owned);
            for (int i = random.nextInt(3); i > 0 && failed.late.hasWork(); i--) {
                failed.late.runFirst();
            }
        }

        private final class Worker {
            private final FakeContext context = new FakeContext();
            private final FakeExecutor late = FakeExecutor.late();
            private final S3SinkTask task;
            private final Map<TopicPartition, Long> positions = new TreeMap<>(Worker::compare);
            private final Map<TopicPartition, Long> lastCommitted = new HashMap<>();

            private Worker() {
                FaultyStore faulty = new FaultyStore(store, request -> fate());
                task = new S3SinkTask(new SinkEnvironment(settings -> faulty, count -> late, clock.clocks()));
                task.initialize(context);
                String[] ways = {"rotate.records", "4", "rotate.age", "6s", "rotate.bytes", "150"};
                int way = 2 * random.nextInt(ways.length / 2);
                Map<String, String> all = properties(ways[way], ways[way + 1], "flush.timeout", "0s");
                all.put("open.files", random.nextBoolean() ? "3" : "100");
                all.put("rotate.idle", "20s");
                all.put("delivery", delivery);
                task.start(all);
            }

            private Fate fate() {
                int toss = isCalm ? 99 : random.nextInt(100);
                return toss < 3
                        ? Fate.IS_LOST
                        : toss < 6 ? Fate.ANSWER_IS_LOST : toss < 20 ? Fate.IS_TURNED_AWAY : Fate.SUCCEEDS;
            }

            private static int compare(TopicPartition a, TopicPartition b) {
                return Integer.compare(a.partition(), b.partition());
            }

            private void assign(List<TopicPartition> partitions) {
                context.assigned.addAll(partitions);
                for (TopicPartition partition : partitions) {
                    long position = committed.getOrDefault(partition, 0L);
                    positions.put(partition, position);
                    lastCommitted.put(partition, position);
                }
                if (!partitions.isEmpty()) {
                    task.open(partitions);
                    rewind();
                }
            }

            private void rewind() {
                positions.putAll(context.rewinds);
                lastCommitted.putAll(context.rewinds);
                context.rewinds.clear();
            }

            private void poll(int most) {
                rewind();
                List<SinkRecord> batch = new ArrayList<>();
                Map<TopicPartition, Long> reached = new HashMap<>();
                positions.forEach((partition, position) -> {
                    if (!context.paused.contains(partition)) {
                        List<SinkRecord> records = log.get(partition);
                        long end = Math.min(records.size(), position + most - batch.size());
                        batch.addAll(records.subList(position.intValue(), (int) end));
                        reached.put(partition, end);
                    }
                });
                task.put(batch);
                positions.putAll(reached);
            }

            private void commit() {
                commit(List.copyOf(positions.keySet()));
            }

            private void commit(List<TopicPartition> partitions) {
                Map<TopicPartition, OffsetAndMetadata> current = new HashMap<>();
                partitions.forEach(
                        partition -> current.put(partition, new OffsetAndMetadata(positions.get(partition))));
                try {
                    task.preCommit(current).forEach((partition, offset) -> {
                        assertThat(offset.offset()).as(name).isLessThanOrEqualTo(positions.get(partition));
                        committed.put(partition, offset.offset());
                        lastCommitted.put(partition, offset.offset());
                    });
                } catch (ConnectException e) {
                    positions.putAll(lastCommitted);
                }
            }

            private void revoke(List<TopicPartition> gone, boolean lost) {
                if (gone.isEmpty()) {
                    return;
                }
                if (!lost) {
                    commit(gone);
                }
                task.close(gone);
                positions.keySet().removeAll(gone);
                lastCommitted.keySet().removeAll(gone);
                context.assigned.removeAll(gone);
                context.paused.removeAll(gone);
                context.rewinds.keySet().removeAll(gone);
            }
        }
    }
}
