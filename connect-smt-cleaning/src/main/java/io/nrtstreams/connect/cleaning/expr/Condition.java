package io.nrtstreams.connect.cleaning.expr;

import io.nrtstreams.connect.cleaning.core.Unfit;
import org.jspecify.annotations.Nullable;

/**
 * A condition over the fields of a record, e.g. {@code abs(temp_f - (temp_c * 1.8 + 32)) <= 0.5}, with the three truth
 * values of SQL: what is asked of a field that is null or missing is unknown. Immutable.
 */
public final class Condition {
    private final String text;
    private final Node node;

    private Condition(String text, Node node) {
        this.text = text;
        this.node = node;
    }

    /**
     * Reads a condition.
     *
     * @throws io.nrtstreams.connect.cleaning.core.TextMistake if it is none, with the column and what was expected
     */
    public static Condition parse(String text) {
        return new Condition(text, new ConditionParser(text).parse());
    }

    /**
     * Where the word {@code else} stands in a text that begins with a condition, from 1; one past the end where it does not.
     *
     * @throws io.nrtstreams.connect.cleaning.core.TextMistake if the text cannot be cut into words
     */
    public static int columnOfElse(String text) {
        return Pieces.of(text).stream()
                .filter(piece -> piece.isWord("else"))
                .mapToInt(Piece::column)
                .findFirst()
                .orElse(text.length() + 1);
    }

    /**
     * Whether it holds for a record.
     *
     * @param record a Struct or a Map
     * @return TRUE, FALSE, null for unknown, or an {@link Unfit} where values are of kinds that it makes no sense for
     */
    public @Nullable Object test(Object record) {
        Object result = node.evaluate(record);
        return result == null || result instanceof Boolean ? result : Unfit.KIND;
    }

    /** The condition as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
