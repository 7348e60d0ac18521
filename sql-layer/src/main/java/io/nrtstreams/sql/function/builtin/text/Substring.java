package io.nrtstreams.sql.function.builtin.text;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.nio.ByteBuffer;

@ScalarFunction(
        name = "SUBSTRING",
        category = "STRING",
        description =
                "A part of a text or of bytes, from a place on, which counts from 1 or, when negative, from the end;"
                        + " as much of it as there is.",
        examples = {"SUBSTRING('stream', 3) -> 'ream'", "SUBSTRING('stream', -4, 2) -> 're'"})
final class Substring {

    private Substring() {}

    @Signature
    static String substring(
            @Parameter(name = "text", description = "what to take a part of") String text,
            @Parameter(name = "start", description = "where it begins") int start) {
        return text.substring(from(text.length(), start));
    }

    @Signature
    static String substring(
            @Parameter(name = "text", description = "what to take a part of") String text,
            @Parameter(name = "start", description = "where it begins") int start,
            @Parameter(name = "length", description = "how many characters at most") int length) {
        int from = from(text.length(), start);
        return text.substring(from, to(text.length(), from, length));
    }

    @Signature
    static ByteBuffer substring(
            @Parameter(name = "bytes", description = "what to take a part of") ByteBuffer bytes,
            @Parameter(name = "start", description = "where it begins") int start) {
        return Bytes.slice(bytes, from(bytes.remaining(), start), bytes.remaining());
    }

    @Signature
    static ByteBuffer substring(
            @Parameter(name = "bytes", description = "what to take a part of") ByteBuffer bytes,
            @Parameter(name = "start", description = "where it begins") int start,
            @Parameter(name = "length", description = "how many bytes at most") int length) {
        int from = from(bytes.remaining(), start);
        return Bytes.slice(bytes, from, to(bytes.remaining(), from, length));
    }

    private static int from(int size, int start) {
        return start < 0 ? Math.max(size + start, 0) : Math.min(Math.max(start - 1, 0), size);
    }

    private static int to(int size, int from, int length) {
        return from + Math.min(Math.max(length, 0), size - from);
    }
}
