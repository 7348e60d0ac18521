package io.nrtstreams.sql.function.builtin.text;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "RPAD",
        category = "STRING",
        description =
                "Brings a text or bytes to a length: cut off at the end when longer, else with padding behind, again and"
                        + " again. Null when the length is negative or the padding empty.",
        examples = {"RPAD('Foo', 7, 'Bar') -> 'FooBarB'", "RPAD('Foo', 2, 'Bar') -> 'Fo'"})
final class RightPad {

    private RightPad() {}

    @Signature
    static @Nullable String pad(
            @Parameter(name = "text", description = "what to pad") String text,
            @Parameter(name = "length", description = "how many characters the result has") int length,
            @Parameter(name = "padding", description = "what to add") String padding) {
        if (!Padding.isPossible(length, padding.isEmpty())) {
            return null;
        }
        return length <= text.length() ? text.substring(0, length) : text + Padding.of(text, length, padding);
    }

    @Signature
    static @Nullable ByteBuffer pad(
            @Parameter(name = "bytes", description = "what to pad") ByteBuffer bytes,
            @Parameter(name = "length", description = "how many bytes the result has") int length,
            @Parameter(name = "padding", description = "what to add") ByteBuffer padding) {
        if (!Padding.isPossible(length, !padding.hasRemaining())) {
            return null;
        }
        return length <= bytes.remaining()
                ? Bytes.slice(bytes, 0, length)
                : Concat.concat(bytes, Padding.of(bytes, length, padding));
    }
}
