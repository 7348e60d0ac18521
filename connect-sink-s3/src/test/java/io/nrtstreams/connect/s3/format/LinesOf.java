package io.nrtstreams.connect.s3.format;

import io.nrtstreams.connect.s3.file.Compression;
import io.nrtstreams.connect.s3.file.Segments;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;

/** Files as text, for tests. */
final class LinesOf {
    private LinesOf() {}

    static FormatSettings plain(String... envelope) {
        return new FormatSettings(Envelope.of(List.of(envelope)), Compression.NONE, 0);
    }

    /** A record of partition 0, with the schema of a struct. */
    static SinkRecord record(Object value) {
        return record(value instanceof Struct struct ? struct.schema() : null, value);
    }

    static SinkRecord record(Schema schema, Object value) {
        return new SinkRecord("devices", 0, null, "k", schema, value, 7);
    }

    /** The text of one file with a record for each value. */
    static String file(RecordFormat format, Object... values) {
        FileShape shape = format.firstShape();
        RecordFile file = shape.begin();
        for (Object value : values) {
            if (!file.append(record(value))) {
                throw new IllegalStateException("the file has no place for " + value);
            }
        }
        return text(file.finish());
    }

    static String text(Segments content) {
        return new String(bytes(content), StandardCharsets.UTF_8);
    }

    static byte[] bytes(Segments content) {
        try (InputStream in = content.stream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
