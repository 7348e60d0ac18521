package io.nrtstreams.connect.cleaning.expr;

import io.nrtstreams.connect.cleaning.core.TextMistake;
import io.nrtstreams.connect.cleaning.core.Unfit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Whether text matches a pattern. */
record Matching(Node text, Predicate<String> pattern) implements Node {
    /** {@code text LIKE 'a%_'}: the whole text, where % stands for any text and _ for a character. */
    static Matching like(Node text, Piece pattern) {
        return new Matching(text, new LikePattern(pattern.text())::matches);
    }

    /**
     * {@code text RLIKE 'expression'}: anywhere in the text.
     *
     * @throws TextMistake if it is no regular expression
     */
    static Matching rlike(Node text, Piece expression) {
        try {
            return new Matching(text, Pattern.compile(expression.text()).asPredicate());
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
            return pattern.test(found);
        } catch (StackOverflowError e) {
            // Expressions such as (a|b)* recurse once for each character.
            return Unfit.VALUE;
        }
    }
}
