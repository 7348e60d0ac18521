package io.nrtstreams.connect.cleaning.core;

import java.nio.ByteBuffer;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** Says of what kind a value is, in words for a reason, without saying the value. */
public final class Kind {
    private Kind() {}

    /** The kind of {@code value}, e.g. {@code text}, {@code a number}, {@code nothing}. */
    public static String of(@Nullable Object value) {
        if (value == null) {
            return "nothing";
        } else if (value instanceof String) {
            return "text";
        } else if (value instanceof Number) {
            return "a number";
        } else if (value instanceof Boolean) {
            return "a boolean";
        } else if (value instanceof Struct || value instanceof Map) {
            return "a record";
        } else if (value instanceof List) {
            return "a list";
        } else if (value instanceof byte[] || value instanceof ByteBuffer) {
            return "bytes";
        } else {
            return value instanceof Date ? "a date" : "something else";
        }
    }
}
