package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.TextMistake;
import io.nrtstreams.connect.cleaning.core.Unfit;
import java.util.regex.Pattern;

/** Replaces what a regular expression finds in text, and leaves alone what is not text. */
record ReplaceAll(Pattern pattern, String replacement) implements Pure {
    /**
     * Reads {@code 'expression' with 'replacement'}.
     *
     * @throws TextMistake if the expression is none, or the replacement names a group that it has not
     */
    static ReplaceAll parse(Arguments arguments) {
        Pattern pattern =
                Matches.of(arguments.value("a regular expression in quotes")).pattern();
        arguments.keyword("with");
        Literal replacement = arguments.value("the text to put in its place");
        return new ReplaceAll(pattern, checked(pattern, replacement));
    }

    /** Tries the replacement on a match that surely is one, as only that tells of groups that are not there. */
    private static String checked(Pattern pattern, Literal replacement) {
        try {
            Pattern.compile(pattern.pattern() + "|", pattern.flags())
                    .matcher("")
                    .replaceAll(replacement.text());
            return replacement.text();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new TextMistake(
                    replacement.column(),
                    "expected a replacement in which $ and the number or {name} stand for a group of the expression, and"
                            + " \\$ for the character");
        }
    }

    @Override
    public String expected() {
        return "text that the expression can be tried on";
    }

    @Override
    public Object apply(Object value) {
        if (!(value instanceof String text)) {
            return value;
        }
        try {
            var matcher = pattern.matcher(text);
            return matcher.find() ? matcher.replaceAll(replacement) : value;
        } catch (StackOverflowError e) {
            // Expressions such as (a|b)* recurse once for each character.
            return Unfit.VALUE;
        }
    }
}
