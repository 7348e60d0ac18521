package io.nrtstreams.connect.s3.format;

import java.util.List;
import java.util.function.Function;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The names of a schema's fields as they are written, found by the schema's identity: converters hand out the same schema
 * for record after record. Where they do not, or two schemas meet in one place, the names are put together again.
 *
 * <p>Remembers up to 64 schemas. Not thread-safe.
 */
final class FieldNames {
    private static final int PLACES = 64;

    private final @Nullable Known[] known = new Known[PLACES];
    private final Function<String, byte[]> writing;

    /**
     * Names in a way of writing.
     *
     * @param writing from a field's name to its bytes
     */
    FieldNames(Function<String, byte[]> writing) {
        this.writing = writing;
    }

    /** The written names of a struct's fields, in their order; not to be changed. */
    byte[][] of(Schema schema) {
        List<Field> fields = schema.fields();
        int place = System.identityHashCode(schema) & (PLACES - 1);
        Known there = known[place];
        // A schema that is still being built may have got further fields.
        if (there != null && there.schema == schema && there.names.length == fields.size()) {
            return there.names;
        }
        byte[][] names =
                fields.stream().map(field -> writing.apply(field.name())).toArray(byte[][]::new);
        known[place] = new Known(schema, names);
        return names;
    }

    private static final class Known {
        private final Schema schema;
        private final byte[][] names;

        Known(Schema schema, byte[][] names) {
            this.schema = schema;
            this.names = names;
        }
    }
}
