package io.nrtstreams.connect.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.connect.s3.FaultyStore.Fate;
import io.nrtstreams.connect.s3.avro.AvroFiles;
import io.nrtstreams.connect.s3.parquet.ParquetFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sink's task with these formats, from records to objects of a store. */
class FormatsEndToEndTest {
    private static final Schema FIRST = SchemaBuilder.struct()
            .name("reading")
            .version(1)
            .field("n", Schema.INT64_SCHEMA)
            .field("site", Schema.STRING_SCHEMA)
            .build();
    private static final Schema SECOND = SchemaBuilder.struct()
            .name("reading")
            .version(2)
            .field("n", Schema.INT64_SCHEMA)
            .field("site", Schema.STRING_SCHEMA)
            .field("unit", Schema.OPTIONAL_STRING_SCHEMA)
            .build();

    private final TestStore store = TestStore.empty();
    private final FakeClock clock = new FakeClock();

    /** Records of one partition, whose schemas take turns. */
    private static Map<TopicPartition, List<SinkRecord>> log(int count, Schema... schemas) {
        List<SinkRecord> records = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            records.add(record(n, schemas[n % schemas.length]));
        }
        Map<TopicPartition, List<SinkRecord>> log = new HashMap<>();
        log.put(Records.DEVICES, records);
        return log;
    }

    private static SinkRecord record(long n, Schema schema) {
        Struct value = new Struct(schema).put("n", n).put("site", n % 3 == 0 ? "a" : "b");
        SinkRecord plain = Records.record(n, value);
        return plain.newRecord(
                plain.topic(), plain.kafkaPartition(), null, plain.key(), schema, value, plain.timestamp());
    }

    private static Map<String, String> properties(String format, String... more) {
        Map<String, String> properties = Records.properties(more);
        properties.put("format", format);
        return properties;
    }

    private static List<Map<String, Object>> read(TestStore store, String key) {
        try (InputStream in = store.objects().read(key)) {
            byte[] file = in.readAllBytes();
            return key.endsWith(".avro") ? AvroFiles.read(file) : ParquetFiles.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Object> stored(TestStore store) {
        return store.keys().stream().flatMap(key -> read(store, key).stream()).map(row -> row.get("n"));
    }

    private FakeConnect connect(Map<TopicPartition, List<SinkRecord>> log) {
        return new FakeConnect(log, new HashMap<>(), store.objects(), clock);
    }

    @ParameterizedTest
    @ValueSource(strings = {"avro", "parquet"})
    void versionsOfASchemaThatTakeTurnsFillAFileEachSideBySide(String format) {
        FakeConnect connect = connect(log(40, FIRST, SECOND))
                .start(properties(format, "partition.by", "all", "rotate.records", "100"));
        connect.drain(7);
        connect.stop();

        assertThat(store.keys())
                .hasSize(2)
                .allMatch(key -> key.matches("lake/devices/all/devices\\+0\\+0{19}[01]\\+[0-9a-f]{8}\\." + format));
        assertThat(read(store, store.keys().get(0))).hasSize(20).allMatch(row -> !row.containsKey("unit"));
        assertThat(read(store, store.keys().get(1))).hasSize(20).allMatch(row -> row.containsKey("unit"));
    }

    @ParameterizedTest
    @CsvSource({"avro,gzip", "avro,zstd", "parquet,snappy", "parquet,none"})
    void aBadRecordAmongOthersLeavesAReadableFileOfTheOthers(String format, String compression) {
        Map<TopicPartition, List<SinkRecord>> log = log(9, FIRST);
        SinkRecord whole = log.get(Records.DEVICES).get(4);
        // Struct does not look at what it is given until it is asked to: its last field is missing.
        Struct halfDone = new Struct(FIRST).put("n", 4L);
        log.get(Records.DEVICES).set(4, whole.newRecord("devices", 0, null, "k", FIRST, halfDone, whole.timestamp()));
        FakeConnect connect = connect(log);
        connect.context.hasReporter = true;
        connect.start(properties(format, "partition.by", "all", "compression", compression));
        connect.drain(9);
        connect.stop();

        assertThat(stored(store)).containsExactlyInAnyOrder(0L, 1L, 2L, 3L, 5L, 6L, 7L, 8L);
        assertThat(connect.context.reported.values())
                .singleElement()
                .satisfies(e -> assertThat(e)
                        .hasMessage("topic devices, partition 0, offset 4: field site: it is null, though its schema is"
                                + " not optional"));
    }

    @ParameterizedTest
    @EnumSource(names = {"IS_LOST", "ANSWER_IS_LOST"})
    void aProcessKilledAtAnyRequestLosesAndDoublesNothing(Fate fate) {
        boolean reached = true;
        for (int killedAt = 1; reached; killedAt++) {
            reached = survivesBeingKilledAt(killedAt, fate);
            assertThat(killedAt).as("the scenario ends").isLessThan(200);
        }
    }

    private boolean survivesBeingKilledAt(int killedAt, Fate fate) {
        TestStore fresh = TestStore.empty();
        Map<TopicPartition, List<SinkRecord>> log = log(18, FIRST, FIRST, SECOND);
        Map<TopicPartition, Long> offsets = new HashMap<>();
        FaultyStore faulty = FaultyStore.killedAt(killedAt, fate, fresh.objects());
        runs(new FakeConnect(log, offsets, faulty, clock), 7, Duration.ofSeconds(4));

        FakeConnect second = new FakeConnect(log, offsets, fresh.objects(), clock);
        assertThat(runs(second, 11, Duration.ofSeconds(9))).isTrue();

        assertThat(stored(fresh))
                .as("killed at request %s", killedAt)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, 18).boxed().toList());
        return faulty.requests() >= killedAt;
    }

    private boolean runs(FakeConnect connect, int batch, Duration tick) {
        try {
            connect.start(properties("parquet", "rotate.records", "4", "rotate.age", "6s", "compression", "zstd"));
            while (connect.poll(batch) > 0 || !connect.context.rewinds.isEmpty()) {
                clock.advance(tick);
                connect.poll(0);
                connect.commit();
            }
            connect.stop();
            return true;
        } catch (ConnectException e) {
            assertThat(e).hasMessageContaining("killed");
            return false;
        }
    }

    @Test
    void tombstonesAreStoredWithTheirEnvelope() {
        Map<TopicPartition, List<SinkRecord>> log = log(1, FIRST);
        log.get(Records.DEVICES).add(Records.record(1, null));
        FakeConnect connect = connect(log)
                .start(properties("parquet", "partition.by", "all", "envelope", "key,offset", "null.values", "write"));
        connect.drain(9);
        connect.stop();

        assertThat(store.keys().stream()
                        .flatMap(key -> read(store, key).stream())
                        .map(Map::toString))
                .containsExactly("{kafka_key=key-0, kafka_offset=0, n=0, site=a}", "{kafka_key=key-1, kafka_offset=1}");
    }
}
