package io.nrtstreams.sql.function.builtin.text;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.nio.ByteBuffer;

@ScalarFunction(
        name = "TO_BYTES",
        category = "STRING",
        description = "The bytes that a text stands for in an encoding: hex, utf8, ascii or base64.",
        examples = "FROM_BYTES(TO_BYTES('4869', 'hex'), 'utf8') -> 'Hi'")
final class ToBytes {

    private ToBytes() {}

    @Signature
    static ByteBuffer toBytes(
            @Parameter(name = "text", description = "what to convert") String text,
            @Parameter(name = "encoding", description = "the encoding that it is in") String encoding) {
        return ByteBuffer.wrap(Encoding.of(encoding).decode(text));
    }
}
