package io.nrtstreams.bench.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.bench.sink.Workload.Pace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import org.junit.jupiter.api.Test;

class FrameworkLoopTest {
    private static final Workload WORKLOAD =
            new Workload("test", List.of("json"), 6, 1, 100, 600, 0, Pace.DRAINED, 1, 10, "64m");
    private static final TopicPartition FIRST = new TopicPartition(Readings.TOPIC, 0);

    private final RecordingTask task = new RecordingTask();
    private final TaskContext context = new TaskContext(Map.of(), FrameworkLoop.assignment(WORKLOAD));
    private final FrameworkLoop loop = new FrameworkLoop(task, context, WORKLOAD);

    /** Remembers the offsets it was given, and does on a put what a test asks for. */
    private static final class RecordingTask extends SinkTask {
        private final Map<Integer, List<Long>> offsets = new TreeMap<>();
        private final List<Integer> batches = new ArrayList<>();
        private final List<String> calls = new ArrayList<>();
        private Runnable onFirstPut = () -> {};
        private long ahead;

        @Override
        public String version() {
            return "test";
        }

        @Override
        public void start(Map<String, String> props) {
            calls.add("start");
        }

        @Override
        public void open(Collection<TopicPartition> partitions) {
            calls.add("open " + partitions.size());
        }

        @Override
        public void put(Collection<SinkRecord> records) {
            batches.add(records.size());
            if (batches.size() == 1) {
                onFirstPut.run();
            }
            records.forEach(record -> offsets.computeIfAbsent(record.kafkaPartition(), p -> new ArrayList<>())
                    .add(record.kafkaOffset()));
        }

        @Override
        public Map<TopicPartition, OffsetAndMetadata> preCommit(Map<TopicPartition, OffsetAndMetadata> current) {
            Map<TopicPartition, OffsetAndMetadata> moved = new HashMap<>();
            current.forEach(
                    (partition, offset) -> moved.put(partition, new OffsetAndMetadata(offset.offset() + ahead)));
            return moved;
        }

        @Override
        public void close(Collection<TopicPartition> partitions) {
            calls.add("close");
        }

        @Override
        public void stop() {
            calls.add("stop");
        }
    }

    private void run(long end) throws InterruptedException {
        Deadline deadline = Deadline.in(Duration.ofSeconds(10));
        loop.start();
        loop.runTo(end, deadline);
        loop.drain(deadline);
        loop.stop();
    }

    private static List<Long> range(long from, long end) {
        return java.util.stream.LongStream.range(from, end).boxed().toList();
    }

    @Test
    void everyRecordIsPutOnceInTheOrderOfItsPartition() throws InterruptedException {
        run(1000);

        assertThat(task.offsets)
                .hasSize(6)
                .allSatisfy((partition, offsets) -> assertThat(offsets).isEqualTo(range(0, 1000)));
        assertThat(task.batches).allSatisfy(size -> assertThat(size).isLessThanOrEqualTo(Workload.POLL));
        assertThat(task.calls).containsExactly("start", "open 6", "close", "stop");
        assertThat(loop.position()).isEqualTo(6000);
        assertThat(loop.durable()).isEqualTo(6000);
    }

    @Test
    void aPartitionIsReadAgainFromWhereTheTaskAsked() throws InterruptedException {
        task.onFirstPut = () -> context.offset(FIRST, 100);

        run(400);

        List<Long> again = new ArrayList<>(range(0, 334));
        again.addAll(range(100, 400));
        assertThat(task.offsets.get(0)).isEqualTo(again);
        assertThat(task.offsets.get(1)).isEqualTo(range(0, 400));
    }

    @Test
    void aPausedPartitionIsLeftAloneUntilItIsResumed() throws InterruptedException {
        task.onFirstPut = () -> context.pause(FIRST);
        loop.start();

        loop.runTo(1000, Deadline.in(Duration.ofMillis(100)));
        assertThat(task.offsets.get(0)).isEqualTo(range(0, 334));
        context.resume(FIRST);
        loop.runTo(1000, Deadline.in(Duration.ofSeconds(10)));

        assertThat(task.offsets.get(0)).isEqualTo(range(0, 1000));
    }

    @Test
    void aBatchThatMayBeRetriedIsPutAgain() throws InterruptedException {
        task.onFirstPut = () -> {
            context.timeout(1);
            throw new RetriableException("not yet");
        };

        run(500);

        assertThat(task.batches).startsWith(2000, 2000);
        assertThat(task.offsets)
                .allSatisfy((partition, offsets) -> assertThat(offsets).isEqualTo(range(0, 500)));
    }

    @Test
    void aTaskThatCommitsWhatItWasNotGivenFails() {
        task.ahead = 1;

        assertThatThrownBy(() -> run(10))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("be committed at 1, but was given records up to 0 only");
    }
}
