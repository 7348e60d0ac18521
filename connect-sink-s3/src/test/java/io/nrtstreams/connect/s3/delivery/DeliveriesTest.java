package io.nrtstreams.connect.s3.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.connect.s3.FakeClock;
import io.nrtstreams.connect.s3.FakeExecutor;
import io.nrtstreams.connect.s3.MemoryStore;
import io.nrtstreams.connect.s3.delivery.DeliverySettings.Guarantee;
import io.nrtstreams.connect.s3.file.Compression;
import io.nrtstreams.connect.s3.file.SegmentPool;
import io.nrtstreams.connect.s3.format.Envelope;
import io.nrtstreams.connect.s3.format.FileShape;
import io.nrtstreams.connect.s3.format.FormatSettings;
import io.nrtstreams.connect.s3.format.Formats;
import io.nrtstreams.connect.s3.format.RecordFormat;
import io.nrtstreams.connect.s3.storage.UnfinishedUpload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

class DeliveriesTest {
    private static final TopicPartition DEVICES = new TopicPartition("devices", 0);
    private static final Schema OLD =
            SchemaBuilder.struct().version(1).field("n", Schema.INT64_SCHEMA).build();
    private static final Schema NEW = SchemaBuilder.struct()
            .version(2)
            .field("n", Schema.INT64_SCHEMA)
            .field("site", Schema.STRING_SCHEMA)
            .build();

    private final MemoryStore store = new MemoryStore();
    private final FakeClock clock = new FakeClock();
    private final FakeExecutor executor = FakeExecutor.late();
    private final List<RotationReason> closed = new ArrayList<>();
    private final RecordFormat format = new Versioned();
    private final Deliveries deliveries = deliveries();

    /** JSON with a lane for each version of the schema, as formats have whose files hold their schema. */
    private static final class Versioned implements RecordFormat {
        private final RecordFormat json = Formats.jsonLines(new FormatSettings(Envelope.none(), Compression.NONE, 6));

        @Override
        public String extension() {
            return json.extension();
        }

        @Override
        public String contentType() {
            return json.contentType();
        }

        @Override
        public String lane(SinkRecord record) {
            return "v" + record.valueSchema().version();
        }

        @Override
        public FileShape firstShape() {
            return json.firstShape();
        }
    }

    private Deliveries deliveries() {
        RotationPolicy rotation = new RotationPolicy(
                3, 1 << 20, Duration.ofHours(1), Optional.empty(), Optional.empty(), Optional.empty());
        DeliverySettings settings =
                new DeliverySettings(Guarantee.EXACTLY_ONCE, rotation, 100, 1 << 20, 4, Duration.ofMinutes(1));
        Monitor monitor = new Monitor() {
            @Override
            public void closed(RotationReason reason) {
                closed.add(reason);
            }
        };
        Deliveries made = Deliveries.of(
                settings,
                new Deliveries.Parts(
                        store,
                        new ObjectNames("lake", ".json"),
                        format,
                        SegmentPool.none(),
                        record -> RecordTimes.NONE,
                        executor,
                        clock.clocks(),
                        "writer",
                        monitor));
        made.assign(List.of(DEVICES));
        return made;
    }

    private void append(long offset, Schema schema) {
        Struct value = new Struct(schema).put("n", offset);
        if (schema == NEW) {
            value.put("site", "a");
        }
        SinkRecord record =
                new SinkRecord("devices", 0, null, null, schema, value, offset, offset, TimestampType.CREATE_TIME);
        PartitionChains source = deliveries.of(DEVICES);
        assertThat(source.sees(offset)).isTrue();
        deliveries.append(source, new Route("devices", "", format.lane(record)), record);
    }

    private void settle() {
        for (int round = 0; round < 5; round++) {
            deliveries.tend();
            executor.runAll();
        }
        deliveries.tend();
    }

    @Test
    void versionsOfASchemaFillFilesSideBySide() {
        for (long offset = 0; offset < 6; offset++) {
            append(offset, offset % 2 == 0 ? OLD : NEW);
        }
        settle();

        assertThat(closed).containsExactly(RotationReason.RECORDS, RotationReason.RECORDS);
        assertThat(store.keys())
                .containsExactly(
                        "lake/devices/devices+0+00000000000000000000+v1.json",
                        "lake/devices/devices+0+00000000000000000001+v2.json");
        assertThat(deliveries.frontier(DEVICES, 6)).isEqualTo(6);
    }

    @Test
    void aLaneFindsItsOwnFloor() {
        for (long offset = 0; offset < 6; offset++) {
            append(offset, offset < 3 ? OLD : NEW);
        }
        settle();
        deliveries.release(List.of(DEVICES));
        deliveries.assign(List.of(DEVICES));

        for (long offset = 0; offset < 7; offset++) {
            append(offset, offset < 3 || offset == 6 ? OLD : NEW);
        }
        settle();

        assertThat(store.keys()).hasSize(2);
        assertThat(deliveries.frontier(DEVICES, 7)).as("6 is new to its lane").isEqualTo(6);
    }

    @Test
    void whatIsStillBeingSentForAPartitionThatIsGoneCountsAsMemory() throws InterruptedException {
        append(0, OLD);
        deliveries.flush(List.of(DEVICES), Duration.ZERO);
        executor.runAll(); // the chain is looked up
        deliveries.flush(List.of(DEVICES), Duration.ZERO);
        assertThat(executor.hasWork()).as("the file is being sent").isTrue();

        deliveries.release(List.of(DEVICES));
        assertThat(deliveries.memory()).isPositive();

        executor.runAll();
        deliveries.tend();
        assertThat(deliveries.memory()).isZero();
    }

    @Test
    void unfinishedUploadsOfEarlierTasksAreGivenUpAndOthersAreNot() {
        List<UnfinishedUpload> kept = List.of(
                upload("lake/devices/devices+1+00000000000000000000.json", -60),
                upload("lake/devices/devices+0+seven.json", -60),
                upload("other/devices/devices+0+00000000000000000000.json", -60),
                upload("lake/devices/devices+0+00000000000000000000.json", 60));
        kept.forEach(store::leave);
        store.leave(upload("lake/devices/dt=1/devices+0+00000000000000000007.json.gz", -60));
        store.leave(upload("lake/devices/devices+0+00000000000000000007+0badc0de.avro", -60));

        deliveries.assign(List.of(DEVICES));
        executor.runAll();

        assertThat(store.unfinishedUploads("")).containsExactlyElementsOf(kept);
    }

    private UnfinishedUpload upload(String key, int seconds) {
        return new UnfinishedUpload(key, "id", clock.instant().plusSeconds(seconds));
    }

    @Test
    void nothingIsLeftOfFilesThatWereStored() {
        for (long offset = 0; offset < 7; offset++) {
            append(offset, OLD);
        }
        assertThat(deliveries.memory()).isPositive();
        clock.advance(Duration.ofHours(1));
        settle();

        assertThat(deliveries.memory()).isZero();
        assertThat(closed).containsExactly(RotationReason.RECORDS, RotationReason.RECORDS, RotationReason.AGE);
        assertThat(deliveries.idleFor()).isEmpty();
    }
}
