package io.nrtstreams.connect.s3.format;

import java.util.Map;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** Names what a value is, for messages, which never show the value itself. */
final class ValueKind {
    private ValueKind() {}

    /** For example {@code a struct}. */
    static String of(@Nullable Object value) {
        if (value == null) {
            return "missing";
        }
        if (value instanceof Struct) {
            return "a struct";
        }
        if (value instanceof Map<?, ?>) {
            return "a map";
        }
        return value instanceof Iterable<?>
                ? "a list"
                : "of type " + value.getClass().getSimpleName();
    }
}
