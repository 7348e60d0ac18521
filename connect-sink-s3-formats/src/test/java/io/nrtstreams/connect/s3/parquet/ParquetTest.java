package io.nrtstreams.connect.s3.parquet;

import static io.nrtstreams.connect.s3.layout.Samples.file;
import static io.nrtstreams.connect.s3.layout.Samples.reading;
import static io.nrtstreams.connect.s3.layout.Samples.record;
import static io.nrtstreams.connect.s3.layout.Samples.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.connect.s3.file.Compression;
import io.nrtstreams.connect.s3.format.BadRecordException;
import io.nrtstreams.connect.s3.format.RecordFile;
import io.nrtstreams.connect.s3.format.RecordFormat;
import io.nrtstreams.connect.s3.layout.Plain;
import io.nrtstreams.connect.s3.layout.RandomData;
import io.nrtstreams.connect.s3.layout.Samples;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParquetTest {
    private static RecordFormat parquet(Compression compression, String... envelope) {
        return new ParquetProvider().format(settings(compression, envelope));
    }

    private static String typeOf(Schema field) {
        Schema schema = SchemaBuilder.struct().field("f", field).optional().build();
        byte[] file = file(parquet(Compression.NONE), record(schema, null));
        return ParquetFiles.schema(file).getType("f").toString().replaceAll("\\s+", " ");
    }

    @Test
    void eachTypeOfConnectHasOneOfParquet() {
        Map<Schema, String> types = new HashMap<>();
        types.put(Schema.BOOLEAN_SCHEMA, "optional boolean f");
        types.put(Schema.INT8_SCHEMA, "optional int32 f (INTEGER(8,true))");
        types.put(Schema.INT16_SCHEMA, "optional int32 f (INTEGER(16,true))");
        types.put(Schema.INT32_SCHEMA, "optional int32 f");
        types.put(Schema.INT64_SCHEMA, "optional int64 f");
        types.put(Schema.FLOAT32_SCHEMA, "optional float f");
        types.put(Schema.FLOAT64_SCHEMA, "optional double f");
        types.put(Schema.STRING_SCHEMA, "optional binary f (STRING)");
        types.put(Schema.BYTES_SCHEMA, "optional binary f");
        types.put(decimal(2, 9), "optional int32 f (DECIMAL(9,2))");
        types.put(decimal(2, 10), "optional int64 f (DECIMAL(10,2))");
        types.put(decimal(2, 18), "optional int64 f (DECIMAL(18,2))");
        types.put(decimal(2, 19), "optional fixed_len_byte_array(9) f (DECIMAL(19,2))");
        types.put(Decimal.schema(2), "optional fixed_len_byte_array(16) f (DECIMAL(38,2))");
        types.put(org.apache.kafka.connect.data.Date.SCHEMA, "optional int32 f (DATE)");
        types.put(Time.SCHEMA, "optional int32 f (TIME(MILLIS,true))");
        types.put(Timestamp.SCHEMA, "optional int64 f (TIMESTAMP(MILLIS,true))");
        types.put(
                SchemaBuilder.array(Schema.OPTIONAL_INT32_SCHEMA).build(),
                "optional group f (LIST) { repeated group list { optional int32 element; } }");
        types.put(
                SchemaBuilder.map(Schema.INT32_SCHEMA, Schema.STRING_SCHEMA).build(),
                "optional group f (MAP) { repeated group key_value { required int32 key;"
                        + " required binary value (STRING); } }");
        types.put(
                SchemaBuilder.struct().field("x", Schema.INT32_SCHEMA).build(),
                "optional group f { required int32 x; }");

        types.forEach((connect, parquet) -> assertThat(typeOf(connect)).isEqualTo(parquet));
    }

    private static Schema decimal(int scale, int precision) {
        return Decimal.builder(scale)
                .parameter("connect.decimal.precision", "" + precision)
                .build();
    }

    @ParameterizedTest
    @EnumSource
    void whateverIsWrittenIsRead(Compression compression) {
        for (int seed = 0; seed < 50; seed++) {
            RandomData data = new RandomData(seed);
            Schema schema = data.struct(3);
            SinkRecord[] records = new SinkRecord[20];
            List<Map<String, Object>> expected = new ArrayList<>();
            for (int i = 0; i < records.length; i++) {
                Struct value = data.ofStruct(schema);
                records[i] = record(value);
                expected.add(Plain.struct(value));
            }

            assertThat(ParquetFiles.read(file(parquet(compression), records)))
                    .as("seed %s", seed)
                    .isEqualTo(expected);
        }
    }

    @Test
    void rowsThatOutgrowTheTapeAreReadInTheirOrder() {
        for (int seed = 0; seed < 4; seed++) {
            RandomData data = new RandomData(seed);
            Schema schema = data.struct(3);
            RecordFormat format = parquet(Compression.SNAPPY);
            RecordFile file = Samples.fileFor(format, record(data.ofStruct(schema)));
            List<Map<String, Object>> expected = new ArrayList<>();
            for (int i = 0; i < 4000; i++) {
                Struct value = data.ofStruct(schema);
                file.append(record(value));
                expected.add(Plain.struct(value));
            }

            assertThat(ParquetFiles.read(Samples.bytes(file.finish())))
                    .as("seed %s", seed)
                    .isEqualTo(expected);
        }
    }

    @Test
    void aFileOfOneSmallRecordHoldsLittleMemoryAndOneOfManyColumnBuffersSaysSo() {
        RecordFile file = Samples.fileFor(parquet(Compression.ZSTD), record(reading(0, "a")));
        file.append(record(reading(0, "a")));
        assertThat(file.memory()).isEqualTo(1024 + 256);

        for (int i = 0; i < 4000; i++) {
            file.append(record(reading(i, "site " + i)));
        }
        assertThat(file.memory()).isGreaterThan(2 * RowGroup.FIXED_PER_COLUMN + 3 * 4000 * 8);
    }

    @Test
    void aFileOfSeveralRowGroupsIsReadWhole() {
        RecordFormat format = parquet(Compression.NONE);
        RecordFile file = Samples.fileFor(format, record(reading(0, "a")));
        int count = 200_000;
        for (int i = 0; i < count; i++) {
            file.append(record(reading(i, "site " + i + " of a rather long name".repeat(5))));
        }
        long length = file.length();
        byte[] bytes = Samples.bytes(file.finish());

        ParquetMetadata metadata = ParquetFiles.metadata(bytes);
        assertThat(metadata.getBlocks()).hasSizeGreaterThan(1);
        assertThat(ParquetFiles.read(bytes))
                .hasSize(count)
                .last()
                .hasToString("{id=199999, site=site 199999" + " of a rather long name".repeat(5) + "}");
        assertThat((double) bytes.length).isBetween(0.7 * length, 1.05 * length);
    }

    @Test
    void whatAColumnHoldsIsKnownToReaders() {
        byte[] bytes = file(
                parquet(Compression.ZSTD), record(reading(3, "b")), record(reading(1, "a")), record(reading(2, null)));

        var columns = ParquetFiles.metadata(bytes).getBlocks().get(0).getColumns();
        assertThat(columns.get(0).getStatistics()).hasToString("min: 1, max: 3, num_nulls: 0");
        assertThat(columns.get(1).getStatistics()).hasToString("min: a, max: b, num_nulls: 1");
        assertThat(columns).allMatch(column -> column.getOffsetIndexReference() != null);
    }

    @Test
    void theEnvelopeHasTypes() {
        SinkRecord record = record(Schema.INT64_SCHEMA, 5L, Samples.READING, reading(1, "a"));
        record.headers().addString("who", "me").addInt("n", 4);
        RecordFormat format = parquet(Compression.NONE, "key", "headers", "timestamp", "topic", "partition", "offset");

        assertThat(ParquetFiles.read(file(format, record)).get(0).toString())
                .isEqualTo("{kafka_key=5, kafka_headers=[{key=who, value=me}, {key=n, value=4}],"
                        + " kafka_timestamp=1795341600000, kafka_topic=devices, kafka_partition=3, kafka_offset=7,"
                        + " id=1, site=a}");
    }

    @Test
    void aStructWithoutFieldsIsRefused() {
        Schema schema = SchemaBuilder.struct()
                .field("e", SchemaBuilder.struct().build())
                .build();

        assertThatThrownBy(() -> parquet(Compression.NONE).lane(record(new Struct(schema))))
                .isInstanceOf(BadRecordException.class)
                .hasMessage("field e: it is a struct without fields, which Parquet does not have; drop it with a"
                        + " transform");
    }
}
