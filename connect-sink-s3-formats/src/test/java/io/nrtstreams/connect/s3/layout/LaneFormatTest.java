package io.nrtstreams.connect.s3.layout;

import static io.nrtstreams.connect.s3.layout.Samples.READING;
import static io.nrtstreams.connect.s3.layout.Samples.reading;
import static io.nrtstreams.connect.s3.layout.Samples.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.connect.s3.file.Segments;
import io.nrtstreams.connect.s3.format.BadRecordException;
import io.nrtstreams.connect.s3.format.Envelope;
import io.nrtstreams.connect.s3.format.RecordFile;
import io.nrtstreams.connect.s3.format.RecordFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

class LaneFormatTest {
    private final List<Layout> compiled = new ArrayList<>();

    /** A format that stores nothing and remembers what it was to plan. */
    private RecordFormat format(String... envelope) {
        return new LaneFormat(".x", "application/x", Envelope.of(List.of(envelope)), layout -> {
            compiled.add(layout);
            return NoBytes::new;
        });
    }

    private static final class NoBytes implements RecordFile {
        @Override
        public boolean append(SinkRecord record) {
            return true;
        }

        @Override
        public long length() {
            return 0;
        }

        @Override
        public long memory() {
            return 0;
        }

        @Override
        public Segments finish() {
            return new Segments();
        }
    }

    private static SchemaBuilder readings() {
        return SchemaBuilder.struct().name("reading").field("n", Schema.INT64_SCHEMA);
    }

    private static SinkRecord with(Schema schema) {
        return record(new Struct(schema).put("n", 1L));
    }

    @Test
    void aLaneIsNamedByTheHashOfItsSchemas() {
        assertThat(format("offset").lane(record(reading(1, "a"))))
                .as("names of objects must not change from release to release")
                .isEqualTo("d4978afd");
    }

    @Test
    void recordsOfEqualSchemasAreOfOneLaneThoughEachHasASchemaObjectOfItsOwn() {
        RecordFormat format = format();
        String first = format.lane(with(readings().build()));

        for (int i = 0; i < 2 * Lanes.MOST; i++) {
            assertThat(format.lane(with(readings().build()))).isEqualTo(first);
        }

        assertThat(compiled).hasSize(1);
    }

    @Test
    void whateverDiffersInASchemaMakesAnotherLane() {
        List<Schema> schemas = List.of(
                readings().build(),
                readings().version(2).build(),
                readings().doc("d").build(),
                readings().parameter("p", "q").build(),
                readings().optional().build(),
                readings().field("m", Schema.INT32_SCHEMA).build(),
                readings().field("m", Schema.OPTIONAL_INT32_SCHEMA).build(),
                readings()
                        .field("m", SchemaBuilder.int32().defaultValue(1).build())
                        .build(),
                readings()
                        .field("m", SchemaBuilder.int32().defaultValue(2).build())
                        .build(),
                readings()
                        .field("m", SchemaBuilder.array(Schema.INT32_SCHEMA).build())
                        .build(),
                readings()
                        .field(
                                "m",
                                SchemaBuilder.array(Schema.OPTIONAL_INT32_SCHEMA)
                                        .build())
                        .build());
        RecordFormat format = format();

        assertThat(schemas.stream().map(schema -> format.lane(with(schema))).distinct())
                .hasSize(schemas.size())
                .allMatch(lane -> lane.matches("[0-9a-f]{8}"));
    }

    @Test
    void theKeysSchemaCountsOnlyWhereTheKeyIsStored() {
        SinkRecord text = record(Schema.STRING_SCHEMA, "k", READING, reading(1, "a"));
        SinkRecord number = record(Schema.INT64_SCHEMA, 5L, READING, reading(1, "a"));
        SinkRecord plainNumber = record(null, 5L, READING, reading(1, "a"));

        assertThat(format("offset").lane(text)).isEqualTo(format("offset").lane(number));
        assertThat(format("key").lane(text)).isNotEqualTo(format("key").lane(number));
        assertThat(format("key").lane(plainNumber)).isNotEqualTo(format("key").lane(number));
        assertThat(compiled.get(compiled.size() - 2).columns().get(0).schema()).isEqualTo(Schema.OPTIONAL_INT64_SCHEMA);
    }

    @Test
    void aTombstoneWithoutASchemaHasALaneOfTheEnvelopeAlone() {
        RecordFormat format = format("key", "offset");

        assertThat(format.lane(record(null, null))).isNotEqualTo(format.lane(record(reading(1, "a"))));
        assertThat(compiled.get(0).columns()).extracting(Column::name).containsExactly("kafka_key", "kafka_offset");
    }

    @Test
    void aTombstoneWhoseSchemaIsOptionalIsInTheLaneOfThatSchemaWhoseColumnsMayAllBeNull() {
        Schema optional = readings().optional().build();
        RecordFormat format = format("key");

        assertThat(format.lane(record(optional, null))).isEqualTo(format.lane(with(optional)));
        assertThat(compiled.get(0).columns()).extracting(Column::optional).containsExactly(false, true);
    }

    @Test
    void aValueThatIsNoStructIsTheColumnValue() {
        format().lane(record(Schema.INT32_SCHEMA, 5));

        assertThat(compiled.get(0).columns()).extracting(Column::name).containsExactly("value");
    }

    @Test
    void aRecordThatHasNoLaneSaysWhatToDo() {
        Schema taken =
                SchemaBuilder.struct().field("kafka_key", Schema.INT32_SCHEMA).build();
        SchemaBuilder deep = SchemaBuilder.array(Schema.INT32_SCHEMA);
        for (int i = 0; i < 100; i++) {
            deep = SchemaBuilder.array(deep.build());
        }
        Schema tooDeep = deep.build();

        assertBad(format(), record(null, Map.of("n", 1)), "has no schema", "value.converter", "format=json");
        assertBad(format(), record(null, "text"), "has no schema");
        assertBad(
                format("key"), record(null, Map.of(), READING, reading(1, "a")), "key has no schema", "key.converter");
        assertBad(format(), record(null, null), "no column to store; set envelope");
        assertBad(format("key"), record(new Struct(taken).put("kafka_key", 1)), "a field kafka_key", "rename it");
        assertBad(format(), record(tooDeep, List.of()), "nested over 100 levels deep, or refers to itself");
    }

    @Test
    void aSchemaThatCannotBePlannedIsTheRecordsFaultWhateverHappens() {
        RecordFormat failing = new LaneFormat(".x", "application/x", Envelope.none(), layout -> {
            throw new IllegalStateException("a name");
        });

        assertBad(failing, record(reading(1, "a")), "its schema has no form in this format (IllegalStateException)");
    }

    private static void assertBad(RecordFormat format, SinkRecord record, String... reasons) {
        assertThatThrownBy(() -> format.lane(record))
                .isInstanceOf(BadRecordException.class)
                .satisfies(e -> assertThat(e.getMessage()).contains(reasons));
    }

    @Test
    void aFileTakesNoRecordOfAnotherLane() {
        RecordFormat format = format();
        RecordFile file = Samples.fileFor(format, record(reading(1, "a")));

        assertThat(file.append(record(reading(1, "a")))).isTrue();
        assertThat(file.append(with(readings().build()))).isFalse();
        assertThat(format.firstShape().begin().append(record(reading(1, "a")))).isFalse();
    }

    @Test
    void lanesThatAreForgottenAreTheSameWhenTheyComeAgain() {
        RecordFormat format = format();
        RecordFile file = Samples.fileFor(format, record(reading(1, "a")));
        for (int version = 0; version <= Lanes.MOST; version++) {
            format.lane(with(readings().version(version).build()));
        }

        assertThat(file.append(record(reading(2, "b")))).isTrue();
        assertThat(compiled).hasSize(Lanes.MOST + 3);
    }
}
