package io.nrtstreams.sql.function.builtin.text;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.nio.ByteBuffer;
import java.util.Locale;

@ScalarFunction(
        name = "FROM_BYTES",
        category = "STRING",
        description = "Bytes as text in an encoding: hex (in upper case), utf8, ascii or base64.",
        examples = "FROM_BYTES(TO_BYTES('Hi', 'utf8'), 'hex') -> '4869'")
final class FromBytes {

    private FromBytes() {}

    @Signature
    static String fromBytes(
            @Parameter(name = "bytes", description = "what to convert") ByteBuffer bytes,
            @Parameter(name = "encoding", description = "the encoding that is wanted") String encoding) {
        Encoding output = Encoding.of(encoding);
        String text = output.encode(Bytes.of(bytes));
        return output == Encoding.HEX ? text.toUpperCase(Locale.ROOT) : text;
    }
}
