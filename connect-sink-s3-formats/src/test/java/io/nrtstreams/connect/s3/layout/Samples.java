package io.nrtstreams.connect.s3.layout;

import io.nrtstreams.connect.s3.file.Compression;
import io.nrtstreams.connect.s3.file.Segments;
import io.nrtstreams.connect.s3.format.Envelope;
import io.nrtstreams.connect.s3.format.FileShape;
import io.nrtstreams.connect.s3.format.FormatSettings;
import io.nrtstreams.connect.s3.format.RecordFile;
import io.nrtstreams.connect.s3.format.RecordFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;

/** Records and settings for tests, and what their files hold. */
public final class Samples {
    public static final Schema READING = SchemaBuilder.struct()
            .name("io.nrtstreams.Reading")
            .field("id", Schema.INT64_SCHEMA)
            .field("site", Schema.OPTIONAL_STRING_SCHEMA)
            .build();

    private Samples() {}

    public static Struct reading(long id, String site) {
        return new Struct(READING).put("id", id).put("site", site);
    }

    public static SinkRecord record(Struct value) {
        return record(value.schema(), value);
    }

    public static SinkRecord record(Schema schema, Object value) {
        return record(Schema.STRING_SCHEMA, "k", schema, value);
    }

    public static SinkRecord record(Schema keySchema, Object key, Schema schema, Object value) {
        return new SinkRecord(
                "devices", 3, keySchema, key, schema, value, 7, 1_795_341_600_000L, TimestampType.CREATE_TIME);
    }

    public static FormatSettings settings(Compression compression, String... envelope) {
        return new FormatSettings(Envelope.of(List.of(envelope)), compression, 6);
    }

    /** A new file that takes {@code record}, without it. */
    public static RecordFile fileFor(RecordFormat format, SinkRecord record) {
        FileShape shape = format.firstShape().widenedFor(record);
        return shape.begin();
    }

    /** The one file that the records make. */
    public static byte[] file(RecordFormat format, SinkRecord... records) {
        RecordFile file = fileFor(format, records[0]);
        for (SinkRecord record : records) {
            if (!file.append(record)) {
                throw new AssertionError("the records are not of one lane");
            }
        }
        return bytes(file.finish());
    }

    public static byte[] bytes(Segments content) {
        try (InputStream in = content.stream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
