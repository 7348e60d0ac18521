package io.nrtstreams.sql.function.builtin.text;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.nio.ByteBuffer;

@ScalarFunction(
        name = "LEN",
        category = "STRING",
        description = "How many characters a text has, or bytes there are.",
        examples = "LEN('abc') -> 3")
final class Length {

    private Length() {}

    @Signature
    static int length(@Parameter(name = "text", description = "what to measure") String text) {
        return text.length();
    }

    @Signature
    static int length(@Parameter(name = "bytes", description = "what to measure") ByteBuffer bytes) {
        return bytes.remaining();
    }
}
