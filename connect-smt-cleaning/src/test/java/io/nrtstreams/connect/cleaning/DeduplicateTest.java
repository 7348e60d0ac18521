package io.nrtstreams.connect.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.connect.cleaning.core.Passage;
import io.nrtstreams.connect.cleaning.dedup.Duplicates;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.transforms.Transformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeduplicateTest {
    private static final long NOW = 1_670_030_994_123L;
    private long offset;

    @Test
    void aRecordThatEqualsAnEarlierOneInAllFieldsIsLeftOut() {
        Transformation<SourceRecord> transform = source(Map.of());

        assertThat(transform.apply(source(Map.of("id", 1, "v", 2)))).isNotNull();
        assertThat(transform.apply(source(Map.of("id", 1, "v", 3)))).isNotNull();
        assertThat(transform.apply(source(Map.of("v", 2, "id", 1)))).isNull();
        assertThat(transform.apply(source("text"))).isNotNull();
        assertThat(transform.apply(source("text"))).isNull();
    }

    @Test
    void orInSomeFields() {
        Schema schema = SchemaBuilder.struct()
                .field("id", Schema.INT32_SCHEMA)
                .field(
                        "at",
                        SchemaBuilder.struct().field("t", Schema.INT64_SCHEMA).build())
                .field("v", Schema.OPTIONAL_INT32_SCHEMA)
                .build();
        Transformation<SourceRecord> transform = source(Map.of("fields", "id, at.t"));

        assertThat(transform.apply(source(struct(schema, 1, 2, 3)))).isNotNull();
        assertThat(transform.apply(source(struct(schema, 1, 3, 3)))).isNotNull();
        assertThat(transform.apply(source(struct(schema, 1, 2, 4)))).isNull();
        assertThat(transform.apply(source(Map.of("id", 1))))
                .as("a missing field is null")
                .isNotNull();
        assertThat(transform.apply(source(Map.of("id", 1, "at", Map.of())))).isNull();
        assertThat(transform.apply(source(Map.of("v", 1))))
                .as("nothing to compare")
                .isNotNull();
        assertThat(transform.apply(source(Map.of("v", 1)))).isNotNull();
    }

    @Test
    void aMisspeltFieldDoesNotMakeDuplicatesOfAllRecords() {
        Transformation<SourceRecord> transform = source(Map.of("fields", "id, tiem"));

        for (int i = 0; i < 10; i++) {
            assertThat(transform.apply(source(Map.of("id", 1, "time", i)))).isNotNull();
        }
        assertThat(transform.apply(source(Map.of("id", 1, "tiem", 1)))).isNotNull();
        assertThat(transform.apply(source(Map.of("id", 1, "tiem", 1))))
                .as("now there is one")
                .isNull();
    }

    @Test
    void textHasNoFieldsToCompareAndIsSetAside() {
        SourceRecord rejected = source(Map.of("fields", "id")).apply(source("1,2"));

        assertThat(rejected.topic()).isEqualTo("t.rejected");
        assertThat(rejected.headers().lastWithName("nrt.rejected.reason").value())
                .isEqualTo(
                        "expected a record with fields (Struct or Map), found text; put Parse before where records are"
                                + " text, or leave fields out");
    }

    @Test
    void recordsOfDifferentTopicsAreDifferent() {
        Transformation<SourceRecord> transform = source(Map.of());
        SourceRecord elsewhere = source("a").newRecord("u", null, null, null, null, "a", NOW);

        assertThat(transform.apply(source("a"))).isNotNull();
        assertThat(transform.apply(elsewhere)).isNotNull();
    }

    @Test
    void timestampsThatAreTooFarApartMakeAnotherRecord() {
        Transformation<SourceRecord> transform = source(Map.of("window.age", "1m"));

        assertThat(transform.apply(source("a", NOW))).isNotNull();
        assertThat(transform.apply(source("a", NOW + 60_000))).isNull();
        assertThat(transform.apply(source("a", NOW - 60_000))).isNull();
        assertThat(transform.apply(source("a", NOW + 60_001))).isNotNull();
        assertThat(transform.apply(source("a", NOW + 120_001)))
                .as("counted from the new first")
                .isNull();
        assertThat(transform.apply(source("a", null))).isNull();
    }

    @Test
    void theFirstOnesMakeRoom() {
        Duplicates duplicates = new Duplicates(List.of(), 3, Duration.ofMinutes(1), Duplicates.Treatment.DROP);
        IntStream.range(0, 1_000).forEach(i -> duplicates.clean("r" + i, Passage.of("r" + i)));

        assertThat(duplicates.size()).isEqualTo(3);
        assertThat(duplicates.figures().get(0).failed().getAsLong()).isZero();
        duplicates.clean("r997", Passage.of("r997"));
        assertThat(duplicates.figures().get(0).failed().getAsLong()).isEqualTo(1);
        duplicates.clean("r0", Passage.of("r0"));
        duplicates.clean("r997", Passage.of("r997"));
        assertThat(duplicates.figures().get(0).failed().getAsLong()).isEqualTo(1);
    }

    @Test
    void aDuplicateCanBeSetAsideOrFlagged() {
        Transformation<SourceRecord> rejecting = source(Map.of("duplicate.action", "reject", "fields", "id"));
        Transformation<SourceRecord> flagging = source(Map.of("duplicate.action", "flag"));
        for (Transformation<SourceRecord> transform : List.of(rejecting, flagging)) {
            transform.apply(source(Map.of("id", 1)));
        }

        SourceRecord rejected = rejecting.apply(source(Map.of("id", 1)));
        assertThat(rejected.topic()).isEqualTo("t.rejected");
        assertThat(rejected.headers())
                .extracting(Header::value)
                .containsExactly(
                        "Deduplicate$Value",
                        "id",
                        "duplicate",
                        "expected a record that does not equal an earlier one in id");
        SourceRecord flagged = flagging.apply(source(Map.of("id", 1)));
        assertThat(flagged.topic()).isEqualTo("t");
        assertThat(flagged.headers()).extracting(Header::key).containsExactly("nrt.flagged.duplicate");
    }

    @Test
    void whatASourceSendsOnceMoreIsNotItsOwnDuplicate() {
        Transformation<SourceRecord> transform = source(Map.of());
        SourceRecord first = source("a");
        SourceRecord second = source("b");

        assertThat(transform.apply(first)).isSameAs(first);
        assertThat(transform.apply(first)).as("tried again").isSameAs(first);
        assertThat(transform.apply(second)).isSameAs(second);
        assertThat(transform.apply(source("a"))).as("at another offset").isNull();
    }

    @Test
    void recordsOfASourceThatShareAnOffsetAreStillToldApart() {
        Transformation<SourceRecord> transform = source(Map.of());
        Map<String, Long> shared = Map.of("file", 1L);

        assertThat(transform.apply(at(shared, "a"))).isNotNull();
        assertThat(transform.apply(at(shared, "b"))).isNotNull();
        assertThat(transform.apply(at(shared, "a"))).isNull();
    }

    @Test
    void whatASinkReadsOnceMoreIsNotItsOwnDuplicate() {
        Deduplicate.Value<SinkRecord> transform = new Deduplicate.Value<>();
        transform.configure(Map.of());
        List<SinkRecord> read = List.of(sink(0, "a"), sink(1, "b"), sink(2, "a"), sink(3, "c"));

        for (int times = 0; times < 3; times++) {
            assertThat(read.stream()
                            .map(record -> transform.apply(record) != null)
                            .toList())
                    .as("after a rewind")
                    .containsExactly(true, true, false, true);
        }
        assertThat(transform.apply(sink(1, 0, "a"))).as("of another partition").isNull();
        transform.close();
    }

    @Test
    void tombstonesPass() {
        Transformation<SourceRecord> transform = source(Map.of());

        assertThat(transform.apply(source(null, NOW))).isNotNull();
        assertThat(transform.apply(source(null, NOW))).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "fields; a..b; fields: in the field path 'a..b'",
                "window.records; 0; window.records",
                "window.age; soon; window.age",
                "duplicate.action; dorp; duplicate.action",
                "field; a; field: there is no such key; did you mean fields?"
            })
    void aMistakeIsNamedWithItsKey(String key, String value, String message) {
        assertThatThrownBy(() -> source(Map.of(key, value)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(message);
    }

    private static Transformation<SourceRecord> source(Map<String, String> config) {
        Transformation<SourceRecord> transform = new Deduplicate.Value<>();
        transform.configure(config);
        return transform;
    }

    private SourceRecord source(Object value) {
        return source(value, NOW);
    }

    private SourceRecord source(Object value, Long timestamp) {
        return new SourceRecord(
                Map.of("shard", 0), Map.of("position", offset++), "t", null, null, null, null, value, timestamp);
    }

    private static SourceRecord at(Map<String, Long> offset, Object value) {
        return new SourceRecord(Map.of(), new HashMap<>(offset), "t", null, null, null, null, value, NOW);
    }

    private static SinkRecord sink(long offset, Object value) {
        return sink(0, offset, value);
    }

    private static SinkRecord sink(int partition, long offset, Object value) {
        return new SinkRecord("t", partition, null, null, null, value, offset, NOW, TimestampType.CREATE_TIME);
    }

    private static Struct struct(Schema schema, int id, long time, int value) {
        Struct at = new Struct(schema.field("at").schema()).put("t", time);
        return new Struct(schema).put("id", id).put("at", at).put("v", value);
    }
}
