package io.nrtstreams.it.faults;

import io.nrtstreams.connect.s3.S3SinkConnector;
import io.nrtstreams.connect.s3.S3SinkTask;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;

/**
 * One sink task as Connect's worker drives it (WorkerSinkTask of Kafka 4.3): rewinds before a poll where it was asked to,
 * leaves paused partitions alone, goes back to what was committed last where {@code preCommit} throws, and commits what it
 * returns up to where the task has been shown records. The task's threads, its clock and its requests are real.
 */
final class DrivenTask {
    private static final long LONGEST_POLL_MILLIS = 5;
    private static final int POLLS_A_COMMIT = 3;

    private final Log log;
    private final Map<TopicPartition, Long> committed;
    private final Map<TopicPartition, Long> positions = new TreeMap<>(DrivenTask::compare);
    private final TaskContext context = new TaskContext();
    private final SinkTask task = new S3SinkTask();
    private int polls;

    /**
     * Starts a task on all partitions of a log.
     *
     * @param committed the group's offsets, kept up to date
     */
    DrivenTask(Log log, Map<TopicPartition, Long> committed, Map<String, String> properties) {
        this.log = log;
        this.committed = committed;
        S3SinkConnector connector = new S3SinkConnector();
        connector.start(properties);
        task.initialize(context);
        task.start(connector.taskConfigs(1).get(0));
        context.assigned.addAll(log.partitions());
        log.partitions().forEach(partition -> positions.put(partition, committed.getOrDefault(partition, 0L)));
        task.open(log.partitions());
    }

    private static int compare(TopicPartition a, TopicPartition b) {
        return Integer.compare(a.partition(), b.partition());
    }

    /** One round: a poll of at most {@code most} records of each partition, its put, and now and then a commit. */
    void turn(int most) {
        positions.putAll(context.rewinds);
        context.rewinds.clear();
        List<SinkRecord> batch = poll(most, context.takeTimeout(LONGEST_POLL_MILLIS));
        task.put(batch);
        polls++;
        if (polls % POLLS_A_COMMIT == 0) {
            commit();
        }
    }

    private List<SinkRecord> poll(int most, long patience) {
        List<SinkRecord> batch = new ArrayList<>();
        positions.replaceAll((partition, position) -> {
            List<SinkRecord> read =
                    context.paused.contains(partition) ? List.of() : log.read(partition, position, most);
            batch.addAll(read);
            return position + read.size();
        });
        if (batch.isEmpty()) {
            await(Math.min(patience, LONGEST_POLL_MILLIS));
        }
        return batch;
    }

    /** A poll that finds nothing waits for records. */
    private static void await(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void commit() {
        Map<TopicPartition, OffsetAndMetadata> current = new HashMap<>();
        positions.forEach((partition, position) -> current.put(partition, new OffsetAndMetadata(position)));
        Map<TopicPartition, OffsetAndMetadata> offsets;
        try {
            offsets = task.preCommit(current);
        } catch (RuntimeException e) {
            // Connect logs it and goes on.
            positions.replaceAll((partition, position) -> committed.getOrDefault(partition, 0L));
            return;
        }
        offsets.forEach((partition, offset) -> {
            if (offset.offset() > positions.get(partition)) {
                throw new AssertionError(partition + ": " + offset + " is beyond what the task has seen");
            }
            committed.put(partition, offset.offset());
        });
    }

    /** Whether everything of the log is committed. */
    boolean isDone() {
        return log.partitions().stream()
                .allMatch(partition -> committed.getOrDefault(partition, 0L) == log.end(partition));
    }

    /** Partitions leave the task, in order or because others had them already, and are assigned to it again. */
    void loseAndRegain(Random random) {
        List<TopicPartition> some = log.partitions().stream()
                .filter(partition -> random.nextBoolean())
                .toList();
        if (random.nextBoolean()) {
            commit();
        }
        task.close(some);
        context.assigned.removeAll(some);
        some.forEach(partition -> {
            context.rewinds.remove(partition);
            context.paused.remove(partition);
        });
        context.assigned.addAll(some);
        some.forEach(partition -> positions.put(partition, committed.getOrDefault(partition, 0L)));
        task.open(some);
    }

    /** An orderly end, in Connect's order. */
    void stop() {
        commit();
        task.close(List.copyOf(context.assigned));
        task.stop();
    }

    /** Ends its threads without giving it a chance to publish anything. */
    void abandon() {
        task.stop();
    }
}
