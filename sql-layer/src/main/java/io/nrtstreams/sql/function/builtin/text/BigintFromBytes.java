package io.nrtstreams.sql.function.builtin.text;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.nio.ByteBuffer;

@ScalarFunction(
        name = "BIGINT_FROM_BYTES",
        category = "BYTES",
        description = "The BIGINT that eight bytes make, the most significant first unless the order says otherwise.",
        examples = "BIGINT_FROM_BYTES(b, 'LITTLE_ENDIAN')")
final class BigintFromBytes {

    private BigintFromBytes() {}

    @Signature
    static long read(@Parameter(name = "bytes", description = "the eight bytes") ByteBuffer bytes) {
        return read(bytes, "BIG_ENDIAN");
    }

    @Signature
    static long read(
            @Parameter(name = "bytes", description = "the eight bytes") ByteBuffer bytes,
            @Parameter(name = "order", description = "BIG_ENDIAN or LITTLE_ENDIAN") String order) {
        return NumberBytes.reader(bytes, order, Long.BYTES).getLong();
    }
}
