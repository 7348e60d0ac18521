package io.nrtstreams.connect.s3.layout;

import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/**
 * A column of a file, outermost level.
 *
 * @param name as it was given
 * @param schema type of its values
 * @param optional whether it may be null, whatever its schema says of itself
 * @param reader takes its value out of a record
 */
public record Column(String name, Schema schema, boolean optional, Reader reader) {
    /** Takes a value out of a record. */
    @FunctionalInterface
    public interface Reader {
        @Nullable Object read(SinkRecord record);
    }
}
