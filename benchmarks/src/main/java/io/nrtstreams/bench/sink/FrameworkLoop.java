package io.nrtstreams.bench.sink;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;

/**
 * Drives a sink task as a worker does, without a broker: commits, goes back where it was asked to, polls, puts. A poll
 * takes about as many records of each partition that is not paused; where there is none it lasts as long as the task
 * asked for. A batch whose put failed with {@link RetriableException} is put again. For one thread.
 */
final class FrameworkLoop {
    private static final Duration REDELIVERY_PAUSE = Duration.ofMillis(100);
    /** Of a poll without records, where the task asks for no earlier end. */
    private static final Duration LONGEST_POLL = Duration.ofMillis(100);

    private static final Duration NO_PROGRESS = Duration.ofSeconds(3);

    private final SinkTask task;
    private final TaskContext context;
    private final Readings readings;
    private final Workload workload;
    private final TopicPartition[] partitions;
    /** Of the next record to poll. */
    private final long[] positions;

    private final long[] committed;
    private List<SinkRecord> batch = new ArrayList<>();
    /** Up to which each partition is polled. */
    private long target;

    private long polls;
    private long longestPutNanos;

    FrameworkLoop(SinkTask task, TaskContext context, Workload workload) {
        this.task = task;
        this.context = context;
        this.readings = new Readings(workload.sites());
        this.workload = workload;
        this.partitions = partitions(workload).toArray(TopicPartition[]::new);
        this.positions = new long[partitions.length];
        this.committed = new long[partitions.length];
    }

    /** The partitions of a workload, in order. */
    static List<TopicPartition> partitions(Workload workload) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (int i = 0; i < workload.partitions(); i++) {
            partitions.add(new TopicPartition(Readings.TOPIC, i));
        }
        return partitions;
    }

    /** Starts the task with the properties of its context, and opens all partitions. */
    void start() {
        task.initialize(context);
        task.start(context.configs());
        task.open(List.of(partitions));
    }

    /** Puts records until each partition stands at {@code end}, or the time is up. */
    void runTo(long end, Deadline deadline) throws InterruptedException {
        target = end;
        while (Arrays.stream(positions).min().orElseThrow() < target && !deadline.isOver()) {
            if (++polls % workload.commitEvery() == 0) {
                commit();
            }
            iterate();
        }
    }

    /** Goes on without new records until all are durable, or none has become so for three seconds. */
    void drain(Deadline deadline) throws InterruptedException {
        long before = -1;
        Deadline progress = Deadline.in(NO_PROGRESS);
        while (durable() < position() && !deadline.isOver() && !progress.isOver()) {
            iterate();
            commit();
            if (durable() != before) {
                before = durable();
                progress = Deadline.in(NO_PROGRESS);
            }
        }
    }

    /** Ends the task in the order of a worker. */
    void stop() {
        commit();
        task.close(List.of(partitions));
        task.stop();
    }

    private void iterate() throws InterruptedException {
        rewind();
        if (batch.isEmpty()) {
            poll();
        }
        if (batch.isEmpty()) {
            Thread.sleep(context.takeTimeout(LONGEST_POLL.toMillis()));
        } else {
            context.takeTimeout(0);
        }
        put();
    }

    private void rewind() {
        context.takeRewinds().forEach((partition, offset) -> positions[partition.partition()] = offset);
    }

    private void poll() {
        int share = (Workload.POLL + partitions.length - 1) / partitions.length;
        for (int p = 0; p < partitions.length; p++) {
            if (!context.isPaused(partitions[p])) {
                take(p, Math.min(target, positions[p] + Math.min(share, Workload.POLL - batch.size())));
            }
        }
    }

    private void take(int partition, long end) {
        for (long offset = positions[partition]; offset < end; offset++) {
            batch.add(readings.record(partition, offset));
        }
        positions[partition] = Math.max(positions[partition], end);
    }

    /** The framework hands out a copy of the batch, as it may need it again. */
    private void put() throws InterruptedException {
        long before = System.nanoTime();
        try {
            task.put(new ArrayList<>(batch));
            batch.clear();
        } catch (RetriableException e) {
            Thread.sleep(context.takeTimeout(REDELIVERY_PAUSE.toMillis()));
        }
        longestPutNanos = Math.max(longestPutNanos, System.nanoTime() - before);
    }

    private void commit() {
        Map<TopicPartition, OffsetAndMetadata> current = new HashMap<>();
        for (int i = 0; i < partitions.length; i++) {
            current.put(partitions[i], new OffsetAndMetadata(positions[i]));
        }
        task.preCommit(Collections.unmodifiableMap(current)).forEach((partition, offset) -> {
            requireInRange(partition, offset.offset());
            committed[partition.partition()] = offset.offset();
        });
    }

    private void requireInRange(TopicPartition partition, long offset) {
        if (offset > positions[partition.partition()]) {
            throw new IllegalStateException("the task lets " + partition + " be committed at " + offset
                    + ", but was given records up to " + positions[partition.partition()] + " only");
        }
    }

    /** Records put so far, those that were put again once. */
    long position() {
        return Arrays.stream(positions).sum();
    }

    /** Records whose offsets are committed. */
    long durable() {
        return Arrays.stream(committed).sum();
    }

    /** The longest put since the last call of this. */
    long takeLongestPutNanos() {
        long longest = longestPutNanos;
        longestPutNanos = 0;
        return longest;
    }

    /** The partitions as a task's assignment. */
    static Set<TopicPartition> assignment(Workload workload) {
        return Set.copyOf(partitions(workload));
    }
}
