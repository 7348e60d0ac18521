package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.TextMistake;
import io.nrtstreams.connect.cleaning.core.Unfit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces what a regular expression finds in text, and leaves alone what is not text. A result that is longer than both
 * the text and a bound is unfit, so that a record cannot grow without end. How long an expression takes is up to who
 * writes it: java.util.regex tries one way to match after another, and they can be very many.
 */
record ReplaceAll(Pattern pattern, String replacement) implements Pure {
    /** In chars. */
    private static final int LONGEST = 1 << 20;

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
            // What matches nothing at all goes in front, since an expression may end in a comment or a quotation.
            Pattern.compile("|" + pattern.pattern()).matcher("").replaceAll(replacement.text());
            return replacement.text();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new TextMistake(
                    replacement.column(),
                    "expected a replacement in which $ and the number or {name} stand for a group of the expression, and"
                            + " \\$ for the character");
        }
    }

    @Override
    public Object apply(Object value) {
        if (!(value instanceof String text)) {
            return value;
        }
        try {
            Matcher matcher = pattern.matcher(text);
            return matcher.find() ? replaced(text, matcher) : text;
        } catch (StackOverflowError e) {
            // Expressions such as (a|b)* recurse once for each character.
            return Unfit.VALUE;
        }
    }

    private Object replaced(String text, Matcher found) {
        int longest = Math.max(text.length(), LONGEST);
        StringBuilder result = new StringBuilder(text.length());
        do {
            found.appendReplacement(result, replacement);
            if (result.length() > longest) {
                return Unfit.VALUE;
            }
        } while (found.find());
        found.appendTail(result);
        if (result.length() > longest) {
            return Unfit.VALUE;
        }
        return text.contentEquals(result) ? text : result.toString();
    }

    @Override
    public String expected() {
        return "text that the expression can be tried on, and no more than " + LONGEST + " characters afterwards";
    }
}
