package io.nrtstreams.sql.function.builtin.text;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "CHR",
        category = "STRING",
        description =
                "The character of a Unicode code point, given as a number or as an escape; null when there is none.",
        examples = {"CHR(75) -> 'K'", "CHR('\\u004b') -> 'K'"})
final class CharacterOf {

    private static final int ESCAPE_LENGTH = 6;

    private CharacterOf() {}

    @Signature
    static @Nullable String character(@Parameter(name = "code", description = "the code point") int code) {
        return Character.isValidCodePoint(code) ? Character.toString(code) : null;
    }

    @Signature
    static @Nullable String character(
            @Parameter(name = "escape", description = "a backslash, u and four hexadecimal digits; or two of these")
                    String escape) {
        if (escape.isEmpty() || escape.length() % ESCAPE_LENGTH != 0) {
            return null;
        }
        StringBuilder characters = new StringBuilder();
        for (int i = 0; i < escape.length(); i += ESCAPE_LENGTH) {
            int code = code(escape, i);
            if (code < 0) {
                return null;
            }
            characters.append((char) code);
        }
        return characters.toString();
    }

    private static int code(String escape, int start) {
        if (escape.charAt(start) != '\\' || escape.charAt(start + 1) != 'u') {
            return -1;
        }
        int code = 0;
        for (int i = start + 2; i < start + ESCAPE_LENGTH; i++) {
            int digit = Character.digit(escape.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code;
    }
}
