package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.TextMistake;
import io.nrtstreams.connect.cleaning.core.Unfit;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Refuses text that a regular expression does not match as a whole, and what is no text. */
record Matches(Pattern pattern) implements Pure {
    /**
     * Compiles the expression.
     *
     * @throws TextMistake if it is none
     */
    static Matches of(Literal expression) {
        try {
            return new Matches(Pattern.compile(expression.text()));
        } catch (PatternSyntaxException e) {
            int inside = Math.max(e.getIndex(), 0);
            throw new TextMistake(
                    expression.column() + inside + (expression.quoted() ? 1 : 0),
                    "expected a regular expression: " + e.getDescription());
        }
    }

    @Override
    public Object apply(Object value) {
        if (value instanceof String text) {
            return matches(text) ? value : Unfit.VALUE;
        }
        return Unfit.KIND;
    }

    private boolean matches(String text) {
        try {
            return pattern.matcher(text).matches();
        } catch (StackOverflowError e) {
            // Expressions such as (a|b)* recurse once for each character; a text too long for that does not fit.
            return false;
        }
    }

    @Override
    public String expected() {
        return "text that matches '" + pattern.pattern() + "'";
    }
}
