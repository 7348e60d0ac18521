package io.nrtstreams.sql.format.avro;

import io.nrtstreams.sql.format.DecodeException;
import org.jspecify.annotations.Nullable;

/** Reads one value of a writer's schema as a value of the language. */
@FunctionalInterface
interface AvroReader {

    @Nullable Object read(AvroInput in) throws DecodeException;
}
