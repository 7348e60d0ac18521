package io.nrtstreams.sql.function.builtin.text;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "CONCAT_WS",
        category = "STRING",
        description =
                "All texts, or all bytes, that are not null, one after the other with a separator between them; null"
                        + " when the separator is null.",
        examples = "CONCAT_WS(', ', 'a', NULL, 'b') -> 'a, b'")
final class ConcatWithSeparator {

    private ConcatWithSeparator() {}

    @Signature
    static String concat(
            @Parameter(name = "separator", description = "what to put between them") String separator,
            @Parameter(name = "texts", description = "what to join") @Nullable String... texts) {
        StringBuilder joined = new StringBuilder();
        boolean first = true;
        for (String text : texts) {
            if (text != null) {
                joined.append(first ? "" : separator).append(text);
                first = false;
            }
        }
        return joined.toString();
    }

    @Signature
    static ByteBuffer concat(
            @Parameter(name = "separator", description = "what to put between them") ByteBuffer separator,
            @Parameter(name = "bytes", description = "what to join") @Nullable ByteBuffer... bytes) {
        List<@Nullable ByteBuffer> parts = new ArrayList<>();
        for (ByteBuffer part : bytes) {
            if (part != null) {
                if (!parts.isEmpty()) {
                    parts.add(separator);
                }
                parts.add(part);
            }
        }
        return Concat.concat(parts.toArray(new @Nullable ByteBuffer[0]));
    }
}
