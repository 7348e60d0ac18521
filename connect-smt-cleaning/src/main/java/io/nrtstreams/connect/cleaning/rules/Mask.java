package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.ScalarType;
import io.nrtstreams.connect.cleaning.core.TextMistake;
import io.nrtstreams.connect.cleaning.core.Unfit;
import org.jspecify.annotations.Nullable;

/**
 * Puts a character in the place of every one of a text but some at either end. A text that is no longer than what would
 * stay is masked as a whole. Numbers and booleans are masked as they print; nothing else gets through.
 *
 * @param character in UTF-16, one or two chars
 */
record Mask(String character, int first, int last) implements Pure {
    private static final int MOST = 100;

    /**
     * Reads {@code ['character'] [first N] [last N]}.
     *
     * @throws TextMistake if it is something else
     */
    static Mask parse(Arguments arguments) {
        String character = "*";
        if (arguments.peek().type() == Token.Type.QUOTED) {
            Literal given = arguments.value("a character");
            character = given.text();
            if (character.codePointCount(0, character.length()) != 1) {
                throw new TextMistake(given.column(), "expected one character to mask with");
            }
        }
        int first = arguments.option("first") ? arguments.count("how many characters stay", 0, MOST) : 0;
        int last = arguments.option("last") ? arguments.count("how many characters stay", 0, MOST) : 0;
        return new Mask(character, first, last);
    }

    @Override
    public Object apply(Object value) {
        boolean printable = value instanceof String || value instanceof Number || value instanceof Boolean;
        return printable ? masked(value.toString()) : Unfit.KIND;
    }

    private String masked(String text) {
        int length = text.codePointCount(0, text.length());
        if (length <= first + last) {
            return character.repeat(length);
        }
        int from = text.offsetByCodePoints(0, first);
        int to = text.offsetByCodePoints(text.length(), -last);
        return text.substring(0, from) + character.repeat(length - first - last) + text.substring(to);
    }

    @Override
    public String expected() {
        return "text, a number or a boolean";
    }

    @Override
    public ScalarType typeAfter(@Nullable ScalarType before) {
        return ScalarType.STRING;
    }
}
