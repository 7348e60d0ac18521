package io.nrtstreams.sql.function.builtin.text;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

@ScalarFunction(
        name = "SPLIT",
        category = "STRING",
        description =
                "The parts of a text, or of bytes, between the occurrences of a delimiter, empty ones too; with an empty"
                        + " delimiter the single characters or bytes.",
        examples = {"SPLIT('a,,b', ',') -> ['a', '', 'b']", "SPLIT('ab', '') -> ['a', 'b']"})
final class Split {

    private Split() {}

    @Signature
    static List<String> split(
            @Parameter(name = "text", description = "what to split") String text,
            @Parameter(name = "delimiter", description = "what stands between the parts") String delimiter) {
        if (text.isEmpty()) {
            return List.of(text);
        }
        return delimiter.isEmpty() ? characters(text) : parts(text, delimiter);
    }

    @Signature
    static List<ByteBuffer> split(
            @Parameter(name = "bytes", description = "what to split") ByteBuffer bytes,
            @Parameter(name = "delimiter", description = "what stands between the parts") ByteBuffer delimiter) {
        if (!bytes.hasRemaining()) {
            return List.of(bytes);
        }
        List<ByteBuffer> parts = new ArrayList<>();
        int size = bytes.remaining();
        int width = delimiter.remaining();
        int from = 0;
        if (width == 0) {
            for (; from < size; from++) {
                parts.add(Bytes.slice(bytes, from, from + 1));
            }
            return parts;
        }
        for (int to = 0; to + width <= size; ) {
            if (Bytes.slice(bytes, to, to + width).equals(delimiter)) {
                parts.add(Bytes.slice(bytes, from, to));
                from = to + width;
                to = from;
            } else {
                to++;
            }
        }
        parts.add(Bytes.slice(bytes, from, size));
        return parts;
    }

    /** The code points, each as a text. */
    static List<String> characters(String text) {
        List<String> characters = new ArrayList<>(text.length());
        for (int from = 0; from < text.length(); ) {
            int to = text.offsetByCodePoints(from, 1);
            characters.add(text.substring(from, to));
            from = to;
        }
        return characters;
    }

    /** The parts between delimiters, which are not empty. */
    static List<String> parts(String text, String delimiter) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int to = text.indexOf(delimiter); to >= 0; to = text.indexOf(delimiter, from)) {
            parts.add(text.substring(from, to));
            from = to + delimiter.length();
        }
        parts.add(text.substring(from));
        return parts;
    }
}
