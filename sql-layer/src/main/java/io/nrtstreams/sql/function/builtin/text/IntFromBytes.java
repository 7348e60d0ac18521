package io.nrtstreams.sql.function.builtin.text;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.nio.ByteBuffer;

@ScalarFunction(
        name = "INT_FROM_BYTES",
        category = "BYTES",
        description = "The INTEGER that four bytes make, the most significant first unless the order says otherwise.",
        examples = "INT_FROM_BYTES(b, 'LITTLE_ENDIAN')")
final class IntFromBytes {

    private IntFromBytes() {}

    @Signature
    static int read(@Parameter(name = "bytes", description = "the four bytes") ByteBuffer bytes) {
        return read(bytes, "BIG_ENDIAN");
    }

    @Signature
    static int read(
            @Parameter(name = "bytes", description = "the four bytes") ByteBuffer bytes,
            @Parameter(name = "order", description = "BIG_ENDIAN or LITTLE_ENDIAN") String order) {
        return NumberBytes.reader(bytes, order, Integer.BYTES).getInt();
    }
}
