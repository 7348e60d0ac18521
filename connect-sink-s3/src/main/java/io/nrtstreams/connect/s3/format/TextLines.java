package io.nrtstreams.connect.s3.format;

import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/**
 * A value a line, as {@link Texts} has it.
 *
 * <p>A line is a record: a text that holds a line feed or a carriage return is refused, as it would be read back as
 * two; so is a value that is not a single one.
 */
final class TextLines implements LineEncoder {
    @Override
    public boolean writeRecord(SinkRecord record, Utf8Buffer out) {
        String text = text(record.value(), record.valueSchema());
        if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
            throw new BadRecordException("its value holds a line break, so that format=text would make two lines of it;"
                    + " use format=json, or format=bytes with another bytes.separator");
        }
        out.text(text);
        out.ascii('\n');
        return true;
    }

    private static String text(@Nullable Object value, @Nullable Schema schema) {
        String text = value == null ? null : Texts.scalar(value, schema);
        if (text == null) {
            throw new BadRecordException("its value is " + ValueKind.of(value)
                    + ", and format=text stores single values only; use format=json or csv");
        }
        return text;
    }
}
