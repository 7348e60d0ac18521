package io.nrtstreams.connect.s3.avro;

import static io.nrtstreams.connect.s3.layout.Samples.READING;
import static io.nrtstreams.connect.s3.layout.Samples.file;
import static io.nrtstreams.connect.s3.layout.Samples.reading;
import static io.nrtstreams.connect.s3.layout.Samples.record;
import static io.nrtstreams.connect.s3.layout.Samples.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.connect.s3.file.Compression;
import io.nrtstreams.connect.s3.format.RecordFile;
import io.nrtstreams.connect.s3.format.RecordFormat;
import io.nrtstreams.connect.s3.layout.LaneFormat;
import io.nrtstreams.connect.s3.layout.Plain;
import io.nrtstreams.connect.s3.layout.RandomData;
import io.nrtstreams.connect.s3.layout.Samples;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AvroTest {
    private static RecordFormat avro(Compression compression, String... envelope) {
        return AvroProvider.format(settings(compression, envelope), new Random(1));
    }

    private static String typeOf(Schema field) {
        Schema schema =
                SchemaBuilder.struct().name("r").field("f", field).optional().build();
        byte[] file = file(avro(Compression.NONE), record(schema, null));
        String all = AvroFiles.schema(file).getField("f").schema().toString();
        return all.startsWith("[\"null\",") ? all.substring(8, all.length() - 1) : all;
    }

    @Test
    void aBlockThatCannotBeCompressedIsNoRecordsFault() {
        BlockCodec failing = new BlockCodec("null", (block, count) -> {
            throw new IllegalStateException("no memory");
        });
        RecordFormat format = new LaneFormat(
                ".avro",
                "application/avro",
                settings(Compression.NONE).envelope(),
                layout -> new AvroPlan(layout, failing, new Random(1), new ByteScratch()));
        SinkRecord one = record(reading(1, "a"));
        RecordFile file = Samples.fileFor(format, one);

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 100_000; i++) {
                        file.append(one);
                    }
                })
                .isInstanceOf(InternalError.class)
                .hasMessageContaining("cannot be compressed");
    }

    @Test
    void eachTypeOfConnectHasOneOfAvro() {
        Map<Schema, String> types = new HashMap<>();
        types.put(Schema.BOOLEAN_SCHEMA, "\"boolean\"");
        types.put(Schema.INT8_SCHEMA, "{\"type\":\"int\",\"connect.type\":\"int8\"}");
        types.put(Schema.INT16_SCHEMA, "{\"type\":\"int\",\"connect.type\":\"int16\"}");
        types.put(Schema.INT32_SCHEMA, "\"int\"");
        types.put(Schema.INT64_SCHEMA, "\"long\"");
        types.put(Schema.FLOAT32_SCHEMA, "\"float\"");
        types.put(Schema.FLOAT64_SCHEMA, "\"double\"");
        types.put(Schema.STRING_SCHEMA, "\"string\"");
        types.put(Schema.BYTES_SCHEMA, "\"bytes\"");
        types.put(Decimal.schema(2), "{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":38,\"scale\":2}");
        types.put(
                Decimal.builder(2).parameter("connect.decimal.precision", "9").build(),
                "{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":9,\"scale\":2}");
        types.put(org.apache.kafka.connect.data.Date.SCHEMA, "{\"type\":\"int\",\"logicalType\":\"date\"}");
        types.put(Time.SCHEMA, "{\"type\":\"int\",\"logicalType\":\"time-millis\"}");
        types.put(Timestamp.SCHEMA, "{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}");
        types.put(
                SchemaBuilder.array(Schema.OPTIONAL_INT32_SCHEMA).build(),
                "{\"type\":\"array\",\"items\":[\"null\",\"int\"]}");
        types.put(
                SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.INT32_SCHEMA).build(),
                "{\"type\":\"map\",\"values\":\"int\"}");
        types.put(
                SchemaBuilder.map(Schema.INT32_SCHEMA, Schema.STRING_SCHEMA).build(),
                "{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"f_entry\",\"fields\":["
                        + "{\"name\":\"key\",\"type\":\"int\"},{\"name\":\"value\",\"type\":\"string\"}]}}");
        types.put(
                SchemaBuilder.struct().field("x", Schema.INT32_SCHEMA).build(),
                "{\"type\":\"record\",\"name\":\"f\",\"fields\":[{\"name\":\"x\",\"type\":\"int\"}]}");
        types.put(
                SchemaBuilder.int64()
                        .name("io.debezium.time.MicroTime")
                        .version(1)
                        .build(),
                "{\"type\":\"long\",\"connect.name\":\"io.debezium.time.MicroTime\",\"connect.version\":1}");

        types.forEach((connect, avro) -> assertThat(typeOf(connect)).isEqualTo(avro));
    }

    @Test
    void namesDocsVersionsParametersAndDefaultsAreKept() {
        Schema schema = SchemaBuilder.struct()
                .name("com.acme.2nd-Order")
                .version(3)
                .doc("An order.")
                .parameter("owner", "sales")
                .field(
                        "ok",
                        SchemaBuilder.bool().doc("Whether.").defaultValue(true).build())
                .field(
                        "n",
                        SchemaBuilder.int8().optional().defaultValue((byte) 5).build())
                .field("t", Schema.OPTIONAL_STRING_SCHEMA)
                .field("b", SchemaBuilder.bytes().defaultValue(new byte[] {-1}).build())
                .field(
                        "tags",
                        SchemaBuilder.array(Schema.STRING_SCHEMA)
                                .defaultValue(List.of("a"))
                                .build())
                .build();

        byte[] file = file(avro(Compression.NONE), record(new Struct(schema).put("t", "x")));

        assertThat(AvroFiles.schema(file))
                .hasToString(
                        "{\"type\":\"record\",\"name\":\"_2nd_Order\",\"namespace\":\"com.acme\",\"doc\":\"An order.\","
                                + "\"fields\":[{\"name\":\"ok\",\"type\":\"boolean\",\"doc\":\"Whether.\",\"default\":true},"
                                + "{\"name\":\"n\",\"type\":[{\"type\":\"int\",\"connect.type\":\"int8\"},\"null\"],\"default\":5},"
                                + "{\"name\":\"t\",\"type\":[\"null\",\"string\"],\"default\":null},"
                                + "{\"name\":\"b\",\"type\":\"bytes\",\"default\":\"ÿ\"},"
                                + "{\"name\":\"tags\",\"type\":{\"type\":\"array\",\"items\":\"string\"},\"default\":[\"a\"]}],"
                                + "\"connect.name\":\"com.acme.2nd-Order\",\"connect.version\":3,"
                                + "\"connect.parameters\":{\"owner\":\"sales\"}}");
    }

    @Test
    void namesAreMadeLegalAndStayDifferent() {
        Schema schema = SchemaBuilder.struct()
                .name("..1")
                .field("a-b", Schema.INT32_SCHEMA)
                .field("a.b", Schema.INT32_SCHEMA)
                .field("a_b", Schema.INT32_SCHEMA)
                .field("1st", Schema.INT32_SCHEMA)
                .field("größe", Schema.INT32_SCHEMA)
                .build();
        Struct value = new Struct(schema);
        schema.fields().forEach(field -> value.put(field, field.index()));

        byte[] file = file(avro(Compression.NONE), record(value));

        assertThat(AvroFiles.read(file).get(0).toString()).isEqualTo("{a_b_2=0, a_b_3=1, a_b=2, _1st=3, gr__e=4}");
        assertThat(AvroFiles.schema(file).getFullName()).isEqualTo("_._._1");
        assertThat(AvroFiles.schema(file).getField("gr__e").getProp("connect.name"))
                .isEqualTo("größe");
    }

    @Test
    void structsOfOneNameAreOneTypeOnlyIfTheyAreTheSame() {
        Schema one = SchemaBuilder.struct()
                .name("geo.Point")
                .field("x", Schema.INT32_SCHEMA)
                .build();
        Schema optionalOne = SchemaBuilder.struct()
                .name("geo.Point")
                .field("x", Schema.INT32_SCHEMA)
                .optional()
                .build();
        Schema other = SchemaBuilder.struct()
                .name("geo.Point")
                .field("x", Schema.STRING_SCHEMA)
                .build();
        Schema schema = SchemaBuilder.struct()
                .name("geo.Point")
                .field("a", one)
                .field("b", optionalOne)
                .field("c", other)
                .build();
        Struct value = new Struct(schema)
                .put("a", new Struct(one).put("x", 1))
                .put("b", new Struct(optionalOne).put("x", 2))
                .put("c", new Struct(other).put("x", "three"));

        byte[] file = file(avro(Compression.NONE), record(value));

        assertThat(AvroFiles.schema(file).getFields())
                .extracting(field -> field.schema().isUnion()
                        ? field.schema().getTypes().get(1).getFullName()
                        : field.schema().getFullName())
                .containsExactly("geo.Point_2", "geo.Point_2", "geo.Point_3");
        assertThat(AvroFiles.read(file)).containsExactly(Plain.struct(value));
    }

    @Test
    void aTypeIsNotNamedAsOneOfAvrosOwn() {
        Schema inner = SchemaBuilder.struct().field("x", Schema.INT32_SCHEMA).build();
        Schema schema = SchemaBuilder.struct().field("string", inner).build();

        byte[] file =
                file(avro(Compression.NONE), record(new Struct(schema).put("string", new Struct(inner).put("x", 1))));

        assertThat(AvroFiles.schema(file).getField("string").schema().getName()).isEqualTo("string_2");
    }

    @ParameterizedTest
    @EnumSource
    void whateverIsWrittenIsRead(Compression compression) {
        for (int seed = 0; seed < 100; seed++) {
            RandomData data = new RandomData(seed);
            Schema schema = data.struct(3);
            SinkRecord[] records = new SinkRecord[20];
            List<Map<String, Object>> expected = new ArrayList<>();
            for (int i = 0; i < records.length; i++) {
                Struct value = data.ofStruct(schema);
                records[i] = record(value);
                expected.add(Plain.struct(value));
            }

            assertThat(AvroFiles.read(file(avro(compression), records)))
                    .as("seed %s", seed)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFileOfManyBlocksIsReadWhole(Compression compression) {
        RecordFormat format = avro(compression);
        RecordFile file = Samples.fileFor(format, record(reading(0, "a")));
        int count = 30_000;
        for (int i = 0; i < count; i++) {
            file.append(record(reading(i, "site " + i % 7)));
        }
        file.append(record(reading(count, "x".repeat(200_000))));
        file.append(record(reading(count + 1, "after")));
        long length = file.length();
        long memory = file.memory();
        byte[] bytes = Samples.bytes(file.finish());

        assertThat(AvroFiles.read(bytes)).hasSize(count + 2).last().hasToString("{id=30001, site=after}");
        assertThat((long) bytes.length).isBetween(length - (64 << 10), length);
        assertThat(memory).isBetween(length, 2 * length + (1 << 20));
    }

    @Test
    void aFileOfOneSmallRecordHoldsLittleMemory() {
        RecordFile file = Samples.fileFor(avro(Compression.ZSTD), record(reading(0, "a")));
        file.append(record(reading(0, "a")));

        assertThat(file.memory()).isEqualTo(1024 + 512);
    }

    @Test
    void theEnvelopeHasTypes() {
        SinkRecord record = record(Schema.INT64_SCHEMA, 5L, READING, reading(1, "a"));
        record.headers().addString("who", "me").addInt("n", 4).addBytes("raw", new byte[] {1});
        record.headers()
                .addList(
                        "list",
                        List.of(1, 2),
                        SchemaBuilder.array(Schema.INT32_SCHEMA).build());
        RecordFormat format = avro(Compression.NONE, "key", "headers", "timestamp", "topic", "partition", "offset");

        byte[] file = file(format, record);

        assertThat(AvroFiles.read(file).get(0).toString())
                .isEqualTo("{kafka_key=5, kafka_headers=[{key=who, value=me}, {key=n, value=4}, {key=raw, value=AQ==},"
                        + " {key=list, value=[1,2]}], kafka_timestamp=1795341600000, kafka_topic=devices,"
                        + " kafka_partition=3, kafka_offset=7, id=1, site=a}");
        assertThat(AvroFiles.schema(file).getFields())
                .extracting(field -> field.schema().toString())
                .containsExactly(
                        "\"long\"",
                        "{\"type\":\"array\",\"items\":{\"type\":\"record\",\"name\":\"Header\",\"namespace\":\"io.nrtstreams\","
                                + "\"fields\":[{\"name\":\"key\",\"type\":\"string\"},"
                                + "{\"name\":\"value\",\"type\":[\"null\",\"string\"],\"default\":null}]}}",
                        "[\"null\",{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}]",
                        "\"string\"",
                        "\"int\"",
                        "\"long\"",
                        "\"long\"",
                        "[\"null\",\"string\"]");
    }
}
