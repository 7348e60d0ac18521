package io.nrtstreams.bench.sink;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;

/**
 * The floor of writing JSON: Jackson's streaming generator over a list of fields that is known beforehand, into one buffer
 * that is used again for each file. For one thread.
 */
final class EncodeRounds implements Rounds.Repeatable {
    private static final List<Field> FIELDS = Readings.SCHEMA.fields();
    private static final SerializableString[] NAMES =
            FIELDS.stream().map(field -> new SerializedString(field.name())).toArray(SerializableString[]::new);

    private final Workload workload;
    private final Readings readings;
    private final JsonFactory json = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(8 << 20);
    private long position;

    EncodeRounds(Workload workload) {
        this.workload = workload;
        this.readings = new Readings(workload.sites());
    }

    @Override
    public Round round() {
        Meter begin = Meter.read(position, 0);
        try {
            for (long file = 0; file < workload.roundRecords() / workload.fileRecords(); file++) {
                file();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return begin.until(Meter.read(position, 0), 0);
    }

    private void file() throws IOException {
        buffer.reset();
        try (OutputStream out = workload.traits().contains("gzip") ? new GZIPOutputStream(buffer, 1 << 16) : buffer;
                JsonGenerator generator = json.createGenerator(out)) {
            generator.setRootValueSeparator(new SerializedString("\n"));
            for (int i = 0; i < workload.fileRecords(); i++) {
                write(generator, readings.value((int) (position++ % readings.size())));
            }
        }
    }

    private static void write(JsonGenerator generator, Struct value) throws IOException {
        generator.writeStartObject();
        for (int i = 0; i < NAMES.length; i++) {
            generator.writeFieldName(NAMES[i]);
            write(generator, value.get(FIELDS.get(i)));
        }
        generator.writeEndObject();
    }

    private static void write(JsonGenerator generator, Object value) throws IOException {
        if (value instanceof String text) {
            generator.writeString(text);
        } else if (value instanceof Double number) {
            generator.writeNumber(number);
        } else if (value instanceof Long number) {
            generator.writeNumber(number);
        } else if (value instanceof Integer number) {
            generator.writeNumber(number);
        } else {
            generator.writeBoolean((Boolean) value);
        }
    }
}
