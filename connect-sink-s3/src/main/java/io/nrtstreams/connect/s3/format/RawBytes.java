package io.nrtstreams.connect.s3.format;

import java.nio.ByteBuffer;
import org.apache.kafka.connect.sink.SinkRecord;

/** The bytes of each value as they are, a text as UTF-8, and after each the separator, which may be empty. */
final class RawBytes implements LineEncoder {
    private final byte[] separator;

    RawBytes(byte[] separator) {
        this.separator = separator.clone();
    }

    @Override
    public boolean writeRecord(SinkRecord record, Utf8Buffer out) {
        Object value = record.value();
        if (value instanceof byte[] bytes) {
            out.raw(bytes);
        } else if (value instanceof ByteBuffer buffer) {
            out.raw(copy(buffer));
        } else if (value instanceof String text) {
            out.text(text);
        } else {
            throw new BadRecordException("its value is " + ValueKind.of(value) + ", and format=bytes stores bytes and"
                    + " text only; set value.converter=org.apache.kafka.connect.converters.ByteArrayConverter, or use"
                    + " format=json");
        }
        out.raw(separator);
        return true;
    }

    /** The buffer's position stays as it is: the record may be read again. */
    private static byte[] copy(ByteBuffer buffer) {
        byte[] copy = new byte[buffer.remaining()];
        buffer.duplicate().get(copy);
        return copy;
    }
}
