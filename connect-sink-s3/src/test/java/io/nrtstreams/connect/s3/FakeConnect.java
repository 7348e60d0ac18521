package io.nrtstreams.connect.s3;

import io.nrtstreams.connect.s3.storage.ObjectStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.function.IntFunction;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * One worker with one sink task, as Connect drives it: polls a log in batches, rewinds before the next poll where it was
 * asked to, leaves paused partitions alone, and commits what {@code preCommit} returns.
 *
 * <p>Requests run on the calling thread, so that runs repeat exactly.
 */
final class FakeConnect {
    private final Map<TopicPartition, List<SinkRecord>> log;
    private final Map<TopicPartition, Long> committed;
    private final Map<TopicPartition, Long> positions = new TreeMap<>(FakeConnect::compare);
    final FakeContext context = new FakeContext();
    final S3SinkTask task;

    /**
     * A worker.
     *
     * @param log what the topics hold; records may be added
     * @param committed the group's offsets, kept up to date
     */
    FakeConnect(
            Map<TopicPartition, List<SinkRecord>> log,
            Map<TopicPartition, Long> committed,
            ObjectStore store,
            FakeClock clock) {
        this(log, committed, store, clock, count -> FakeExecutor.onThisThread());
    }

    FakeConnect(
            Map<TopicPartition, List<SinkRecord>> log,
            Map<TopicPartition, Long> committed,
            ObjectStore store,
            FakeClock clock,
            IntFunction<ExecutorService> executor) {
        this.log = log;
        this.committed = committed;
        FaultyStore notClosed = new FaultyStore(store, request -> FaultyStore.Fate.SUCCEEDS);
        this.task = new S3SinkTask(new SinkEnvironment(settings -> notClosed, executor, clock.clocks()));
    }

    private static int compare(TopicPartition a, TopicPartition b) {
        return a.toString().compareTo(b.toString());
    }

    FakeConnect start(Map<String, String> properties) {
        task.initialize(context);
        task.start(properties);
        assign(log.keySet());
        return this;
    }

    void assign(Collection<TopicPartition> partitions) {
        context.assigned.addAll(partitions);
        partitions.forEach(partition -> positions.put(partition, committed.getOrDefault(partition, 0L)));
        task.open(partitions);
    }

    /** One poll of at most {@code most} records, and its put. */
    int poll(int most) {
        positions.putAll(context.rewinds);
        context.rewinds.clear();
        List<SinkRecord> batch = new ArrayList<>();
        positions.forEach((partition, position) -> {
            if (!context.paused.contains(partition)) {
                batch.addAll(take(partition, position, most - batch.size()));
            }
        });
        task.put(batch);
        return batch.size();
    }

    private List<SinkRecord> take(TopicPartition partition, long position, int most) {
        List<SinkRecord> taken = log.get(partition).stream()
                .filter(record -> record.originalKafkaOffset() >= position)
                .limit(most)
                .toList();
        if (!taken.isEmpty()) {
            positions.put(partition, taken.get(taken.size() - 1).originalKafkaOffset() + 1);
        }
        return taken;
    }

    /** Polls until nothing comes, and the sink does not ask to be called again shortly. */
    void drain(int most) {
        boolean asksAgain;
        do {
            context.timeouts.clear();
            boolean paused = !context.paused.isEmpty();
            asksAgain = poll(most) > 0
                    || paused && context.paused.isEmpty()
                    || !context.rewinds.isEmpty()
                    || context.timeouts.stream().anyMatch(timeout -> timeout <= 100);
        } while (asksAgain);
    }

    void commit() {
        Map<TopicPartition, OffsetAndMetadata> current = new HashMap<>();
        positions.forEach((partition, position) -> current.put(partition, new OffsetAndMetadata(position)));
        task.preCommit(current).forEach((partition, offset) -> committed.put(partition, offset.offset()));
    }

    /** An orderly stop, in Connect's order. */
    void stop() {
        commit();
        task.close(List.copyOf(context.assigned));
        task.stop();
    }
}
