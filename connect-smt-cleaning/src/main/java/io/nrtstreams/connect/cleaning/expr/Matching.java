package io.nrtstreams.connect.cleaning.expr;

import io.nrtstreams.connect.cleaning.core.TextMistake;
import io.nrtstreams.connect.cleaning.core.Unfit;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Whether text matches a pattern. */
record Matching(Node text, Pattern pattern) implements Node {
    /** {@code text LIKE 'a%_'}: the whole text, where % stands for any text and _ for a character. */
    static Matching like(Node text, Piece pattern) {
        StringBuilder expression = new StringBuilder("\\A");
        pattern.text()
                .codePoints()
                .forEach(c ->
                        expression.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(Character.toString(c))));
        return new Matching(text, Pattern.compile(expression.append("\\z").toString(), Pattern.DOTALL));
    }

    /**
     * {@code text RLIKE 'expression'}: anywhere in the text.
     *
     * @throws TextMistake if it is no regular expression
     */
    static Matching rlike(Node text, Piece expression) {
        try {
            return new Matching(text, Pattern.compile(expression.text()));
        } catch (PatternSyntaxException e) {
            throw new TextMistake(
                    expression.column() + 1 + Math.max(e.getIndex(), 0),
                    "expected a regular expression: " + e.getDescription());
        }
    }

    @Override
    public @Nullable Object evaluate(Object record) {
        Object value = text.evaluate(record);
        if (value == null) {
            return null;
        }
        return value instanceof String found ? isFoundIn(found) : Unfit.KIND;
    }

    private Object isFoundIn(String found) {
        try {
            return pattern.matcher(found).find();
        } catch (StackOverflowError e) {
            // Expressions such as (a|b)* recurse once for each character.
            return Unfit.VALUE;
        }
    }
}
