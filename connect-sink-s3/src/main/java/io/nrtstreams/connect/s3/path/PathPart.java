package io.nrtstreams.connect.s3.path;

import io.nrtstreams.connect.s3.format.BadRecordException;
import io.nrtstreams.connect.s3.format.Texts;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/** One piece of a path template: the text it gives for a record. */
@FunctionalInterface
interface PathPart {
    /**
     * The text, safe to stand in a path.
     *
     * @throws BadRecordException if the record has no text for it
     */
    String render(SinkRecord record);

    /** A single value, escaped. */
    static String escaped(String placeholder, @Nullable Object value, @Nullable Schema schema) {
        if (value == null) {
            return HiveEscaping.NULL;
        }
        String text = Texts.scalar(value, schema);
        if (text == null) {
            throw new BadRecordException("{" + placeholder + "} of partition.by is not a single value in this record;"
                    + " name a field within it");
        }
        return HiveEscaping.escape(text);
    }
}
