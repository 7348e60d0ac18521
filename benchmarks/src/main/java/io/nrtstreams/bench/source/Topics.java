package io.nrtstreams.bench.source;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Topics of one partition, and how far they reach. */
final class Topics implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final int LOOK_MILLIS = 10;

    private final Admin admin;

    Topics(String bootstrap) {
        admin = Admin.create(Map.of("bootstrap.servers", bootstrap));
    }

    /** Creates one, and returns when the broker knows it. */
    void create(String name, Map<String, String> config) throws InterruptedException {
        done(admin.createTopics(List.of(new NewTopic(name, 1, (short) 1).configs(config)))
                .all());
        while (!isKnown(name)) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    private boolean isKnown(String name) throws InterruptedException {
        try {
            return admin.describeTopics(List.of(name)).allTopicNames().get().containsKey(name);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw new IllegalStateException("the broker refuses", e);
        }
    }

    void delete(String name) throws InterruptedException {
        done(admin.deleteTopics(List.of(name)).all());
    }

    /**
     * Waits until so many committed offsets are there.
     *
     * @param alive fails where nothing more is to be expected
     * @return how many there are
     */
    long await(String name, long least, Runnable alive) throws InterruptedException {
        long limit = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            long end = at(name, OffsetSpec.latest()).offset();
            if (end >= least) {
                return end;
            }
            alive.run();
            if (System.nanoTime() > limit) {
                throw new IllegalStateException("only " + end + " of " + least + " records came to " + name + " in "
                        + LONGEST.toSeconds() + " s");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    /** The first record that the broker got at {@code millis} or later: its offset, and when. */
    ListOffsetsResultInfo since(String name, long millis) throws InterruptedException {
        return at(name, OffsetSpec.forTimestamp(millis));
    }

    private ListOffsetsResultInfo at(String name, OffsetSpec spec) throws InterruptedException {
        TopicPartition partition = new TopicPartition(name, 0);
        return done(admin.listOffsets(Map.of(partition, spec), new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .partitionResult(partition));
    }

    private static <T> T done(KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker refuses", e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
