package io.nrtstreams.sql.function.builtin.text;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "CONCAT",
        category = "STRING",
        description = "All texts, or all bytes, one after the other; a null counts as empty.",
        examples = "CONCAT('a', NULL, 'b') -> 'ab'")
final class Concat {

    private Concat() {}

    @Signature
    static String concat(@Parameter(name = "texts", description = "what to join") @Nullable String... texts) {
        StringBuilder joined = new StringBuilder();
        for (String text : texts) {
            if (text != null) {
                joined.append(text);
            }
        }
        return joined.toString();
    }

    @Signature
    static ByteBuffer concat(@Parameter(name = "bytes", description = "what to join") @Nullable ByteBuffer... bytes) {
        int size = 0;
        for (ByteBuffer part : bytes) {
            size += part == null ? 0 : part.remaining();
        }
        ByteBuffer joined = ByteBuffer.allocate(size);
        for (ByteBuffer part : bytes) {
            if (part != null) {
                joined.put(part.duplicate());
            }
        }
        return joined.flip();
    }
}
