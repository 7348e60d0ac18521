package io.nrtstreams.sql.function.builtin.text;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.Present;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "UUID",
        category = "STRING",
        description =
                "A random UUID (RFC 4122, version 4) as text, another one at each call; or the UUID of 16 bytes, null of"
                        + " any other number of bytes.",
        examples = {"UUID()", "UUID(id_bytes)"})
final class UniqueId {

    private static final int SIZE = 16;

    private UniqueId() {}

    @Signature
    static String random() {
        return Present.uuid().toString();
    }

    @Signature
    static @Nullable String of(@Parameter(name = "bytes", description = "the 16 bytes") ByteBuffer bytes) {
        if (bytes.remaining() != SIZE) {
            return null;
        }
        ByteBuffer reader = bytes.duplicate();
        long high = reader.getLong();
        long low = reader.getLong();
        return new UUID(high, low).toString();
    }
}
