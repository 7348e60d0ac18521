package io.nrtstreams.connect.s3.avro;

import io.nrtstreams.connect.s3.layout.Misfit;
import java.io.IOException;
import org.apache.avro.io.Encoder;

/** Writes values of one type, none of them null, in Avro's binary encoding. Immutable. */
@FunctionalInterface
interface ValueWriter {
    /**
     * Writes a value.
     *
     * @throws Misfit if it does not fit the type; a value of another class may throw any {@link RuntimeException}
     */
    void write(Object value, Encoder out) throws IOException;
}
