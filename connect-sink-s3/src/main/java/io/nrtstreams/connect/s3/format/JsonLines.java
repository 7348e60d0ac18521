package io.nrtstreams.connect.s3.format;

import java.util.Map;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * One JSON value a line.
 *
 * <p>Without an envelope the line is the record's value. With one it is an object: the envelope's columns, then the
 * fields of a struct or map, or the field {@code value} for any other value; a null value adds nothing.
 */
final class JsonLines implements LineEncoder {
    private static final String VALUE = "value";

    private final Envelope envelope;
    private final JsonWriter json = new JsonWriter();

    JsonLines(Envelope envelope) {
        this.envelope = envelope;
    }

    @Override
    public boolean writeRecord(SinkRecord record, Utf8Buffer out) {
        writeJson(record, out);
        out.ascii('\n');
        return true;
    }

    /** Appends the record without a line end. */
    void writeJson(SinkRecord record, Utf8Buffer out) {
        if (envelope.columns().isEmpty()) {
            json.write(out, record.value(), record.valueSchema());
        } else {
            writeWithEnvelope(record, out);
        }
    }

    private void writeWithEnvelope(SinkRecord record, Utf8Buffer out) {
        boolean first = true;
        out.ascii('{');
        for (Envelope.Column column : envelope.columns()) {
            Envelope.Cell cell = column.read(record);
            json.name(out, column.column(), first);
            json.write(out, cell.value(), cell.schema());
            first = false;
        }
        writeValue(record, out);
        out.ascii('}');
    }

    private void writeValue(SinkRecord record, Utf8Buffer out) {
        Object value = record.value();
        if (value instanceof Struct || value instanceof Map<?, ?>) {
            refuseCollisions(value);
            json.membersAfterOthers(out, value, record.valueSchema());
        } else if (value != null) {
            json.name(out, VALUE, false);
            json.write(out, value, record.valueSchema());
        }
    }

    private void refuseCollisions(Object value) {
        for (Envelope.Column column : envelope.columns()) {
            boolean collides = value instanceof Struct struct
                    ? struct.schema().field(column.column()) != null
                    : ((Map<?, ?>) value).containsKey(column.column());
            if (collides) {
                throw envelope.collision(column.column());
            }
        }
    }
}
