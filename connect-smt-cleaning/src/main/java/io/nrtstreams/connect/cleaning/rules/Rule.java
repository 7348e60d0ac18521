package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.Action;
import io.nrtstreams.connect.cleaning.core.RuleFigures;
import io.nrtstreams.connect.cleaning.core.ScalarType;
import io.nrtstreams.connect.cleaning.core.TextMistake;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a list.
 *
 * @param text the rule as it was written
 * @param recourse what happens where the operation finds a value unfit
 * @param flagged whether a record that goes on in spite of that says so in a header
 * @param meter counts what it does, over all schemas of a field
 */
record Rule(String text, Operation operation, Recourse recourse, boolean flagged, RuleMeter meter) {
    private static final Recourse REJECT = new Recourse.Refuse(Action.REJECT);

    /** A rule whose failure sets the record aside, which is what a rule without {@code else} does. */
    static Recourse rejecting() {
        return REJECT;
    }

    /** Whether the field can be null after the rule. */
    boolean nullableAfter(boolean before) {
        boolean after = operation.nullableAfter(before);
        return recourse instanceof Recourse.Null || after || (before && recourse instanceof Recourse.Keep);
    }

    /**
     * The rule made ready to run on a field.
     *
     * @param type the type of the field before the rule, null where it is not known
     * @param other its schema where it has one, and is no plain scalar
     * @throws TextMistake if a value of the rule does not fit the type
     */
    Step bind(String field, @Nullable ScalarType type, @Nullable Schema other) {
        Operation bound = boundTo(type, other);
        Object instead = recourse instanceof Recourse.Substitute substitute
                ? substituteFor(substitute.literal(), operation.typeAfter(type))
                : null;
        return new Step(this, bound, field, instead);
    }

    private Operation boundTo(@Nullable ScalarType type, @Nullable Schema other) {
        if (type != null) {
            return operation.boundTo(type);
        }
        return other == null ? operation : operation.boundToOther(other);
    }

    /** What is counted about it, under the name of its field. */
    RuleFigures figures(String field) {
        int end = text.indexOf(' ');
        String name = end < 0 ? text : text.substring(0, end);
        return new RuleFigures(field, text, name, recourse.label(), meter::seen, meter::changed, meter::failed);
    }

    private static Object substituteFor(Literal literal, @Nullable ScalarType type) {
        return type == null ? literal.byLooks() : literal.as(type);
    }
}
