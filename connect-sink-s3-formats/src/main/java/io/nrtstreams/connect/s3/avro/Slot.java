package io.nrtstreams.connect.s3.avro;

import io.nrtstreams.connect.s3.layout.Misfit;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/** A place in a record, list or map: its type, a union where it may be null, and how it is filled. */
record Slot(Schema schema, Writer writer) {
    /** Writes what comes into the place. */
    @FunctionalInterface
    interface Writer {
        void write(@Nullable Object value, Encoder out) throws IOException;
    }

    static Writer required(ValueWriter writer) {
        return (value, out) -> {
            if (value == null) {
                throw Misfit.missing();
            }
            writer.write(value, out);
        };
    }

    static Writer optional(ValueWriter writer, int nullBranch) {
        return (value, out) -> {
            if (value == null) {
                out.writeIndex(nullBranch);
            } else {
                out.writeIndex(1 - nullBranch);
                writer.write(value, out);
            }
        };
    }
}
