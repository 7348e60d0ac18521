package io.nrtstreams.sql.format.avro;

import org.jspecify.annotations.Nullable;

/** Writes one value of the language by a schema. */
@FunctionalInterface
interface AvroWriter {

    void write(@Nullable Object value, AvroOutput out);
}
