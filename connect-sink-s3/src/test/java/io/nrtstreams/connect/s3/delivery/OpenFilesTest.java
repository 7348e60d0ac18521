package io.nrtstreams.connect.s3.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.connect.s3.FakeClock;
import io.nrtstreams.connect.s3.FakeExecutor;
import io.nrtstreams.connect.s3.MemoryStore;
import io.nrtstreams.connect.s3.delivery.DeliverySettings.Guarantee;
import io.nrtstreams.connect.s3.file.SegmentPool;
import io.nrtstreams.connect.s3.file.Segments;
import io.nrtstreams.connect.s3.format.FileShape;
import io.nrtstreams.connect.s3.format.RecordFile;
import io.nrtstreams.connect.s3.format.RecordFormat;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

/** What deliveries do with files that are not as they should be, or not any more. */
class OpenFilesTest {
    private static final TopicPartition DEVICES = new TopicPartition("devices", 0);
    /** What a file is broken by. */
    private static final long POISON = 13;

    private final MemoryStore store = new MemoryStore();
    private final FakeClock clock = new FakeClock();
    private final List<WeakReference<RecordFile>> files = new ArrayList<>();
    private final Deliveries deliveries = deliveries();

    /** Writes a letter for each record, one of them at most in part. */
    private final class Letters implements RecordFormat, FileShape {
        @Override
        public String extension() {
            return ".txt";
        }

        @Override
        public String contentType() {
            return "text/plain";
        }

        @Override
        public FileShape firstShape() {
            return this;
        }

        @Override
        public RecordFile begin() {
            RecordFile file = new LetterFile();
            files.add(new WeakReference<>(file));
            return file;
        }

        @Override
        public FileShape widenedFor(SinkRecord record) {
            return this;
        }
    }

    private static final class LetterFile implements RecordFile {
        private final Segments content = new Segments();

        @Override
        public boolean append(SinkRecord record) {
            if (record.originalKafkaOffset() == POISON) {
                content.append(new byte[] {'h', 'a', 'l'}, 0, 3);
                throw new OutOfMemoryError("Java heap space");
            }
            content.append(new byte[] {'x', '\n'}, 0, 2);
            return true;
        }

        @Override
        public long length() {
            return content.length();
        }

        @Override
        public long memory() {
            return content.capacity();
        }

        @Override
        public Segments finish() {
            return content;
        }
    }

    private Deliveries deliveries() {
        RotationPolicy rotation = new RotationPolicy(
                3, 1 << 20, Duration.ofHours(1), Optional.empty(), Optional.empty(), Optional.empty());
        DeliverySettings settings =
                new DeliverySettings(Guarantee.EXACTLY_ONCE, rotation, 100, 1 << 20, 4, Duration.ofMinutes(1));
        Deliveries made = Deliveries.of(
                settings,
                new Deliveries.Parts(
                        store,
                        new ObjectNames("lake", ".txt"),
                        new Letters(),
                        SegmentPool.none(),
                        record -> RecordTimes.NONE,
                        FakeExecutor.onThisThread(),
                        clock.clocks(),
                        "writer",
                        new Monitor() {}));
        made.assign(List.of(DEVICES));
        return made;
    }

    private void append(long offset, String path) {
        PartitionChains source = deliveries.of(DEVICES);
        assertThat(source.sees(offset)).isTrue();
        deliveries.append(
                source,
                new Route("devices", path, ""),
                new SinkRecord("devices", 0, null, null, null, offset, offset, offset, TimestampType.CREATE_TIME));
    }

    @Test
    void nothingIsKeptOfFilesThatWereStoredWhileAnOlderOneIsStillOpen() {
        append(0, "slow");
        for (long offset = 100; offset < 160; offset++) {
            append(offset, "fast");
            deliveries.tend();
        }
        deliveries.tend();
        assertThat(files).hasSize(21);

        System.gc();

        assertThat(files.stream().filter(file -> file.get() != null))
                .as("files in memory: only the slow one is open")
                .hasSize(1);
        assertThat(deliveries.idleFor()).contains(Duration.ofHours(1));
    }

    @Test
    void aFileThatAnErrorLeftWithPartOfARecordIsNeverStored() {
        append(11, "a");
        append(12, "b");
        deliveries.tend();
        assertThatThrownBy(() -> append(POISON, "a")).isInstanceOf(OutOfMemoryError.class);

        // Connect fails the task, and then commits and closes it as after an orderly stop.
        assertThatThrownBy(deliveries::tend)
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("part of a record only");
        assertThatThrownBy(() -> deliveries.flush(List.of(DEVICES), Duration.ofSeconds(4)))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("nothing more is stored");
        assertThat(store.lines()).isEmpty();
        assertThat(deliveries.frontier(DEVICES, 13)).as("is read again").isEqualTo(11);
    }
}
