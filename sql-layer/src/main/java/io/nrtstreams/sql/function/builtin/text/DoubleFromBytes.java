package io.nrtstreams.sql.function.builtin.text;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.nio.ByteBuffer;

@ScalarFunction(
        name = "DOUBLE_FROM_BYTES",
        category = "BYTES",
        description = "The DOUBLE that eight bytes make, the most significant first unless the order says otherwise.",
        examples = "DOUBLE_FROM_BYTES(b, 'LITTLE_ENDIAN')")
final class DoubleFromBytes {

    private DoubleFromBytes() {}

    @Signature
    static double read(@Parameter(name = "bytes", description = "the eight bytes") ByteBuffer bytes) {
        return read(bytes, "BIG_ENDIAN");
    }

    @Signature
    static double read(
            @Parameter(name = "bytes", description = "the eight bytes") ByteBuffer bytes,
            @Parameter(name = "order", description = "BIG_ENDIAN or LITTLE_ENDIAN") String order) {
        return NumberBytes.reader(bytes, order, Double.BYTES).getDouble();
    }
}
