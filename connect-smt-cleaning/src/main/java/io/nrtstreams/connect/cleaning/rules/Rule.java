package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.Action;
import io.nrtstreams.connect.cleaning.core.ScalarType;
import io.nrtstreams.connect.cleaning.core.TextMistake;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a list.
 *
 * @param text the rule as it was written
 * @param recourse what happens where the operation finds a value unfit
 */
record Rule(String text, Operation operation, Recourse recourse) {
    private static final Recourse REJECT = new Recourse.Refuse(Action.REJECT);

    /** A rule whose failure sets the record aside, which is what a rule without {@code else} does. */
    static Recourse rejecting() {
        return REJECT;
    }

    /** Whether the field can be null after the rule. */
    boolean nullableAfter(boolean before) {
        boolean after = operation.nullableAfter(before);
        if (recourse instanceof Recourse.Null) {
            return true;
        }
        return after;
    }

    /**
     * The rule made ready to run on a field.
     *
     * @param type the type of the field before the rule, null where it is not known
     * @throws TextMistake if a value of the rule does not fit the type
     */
    Step bind(String field, @Nullable ScalarType type) {
        Operation bound = type == null ? operation : operation.boundTo(type);
        ScalarType after = operation.typeAfter(type);
        if (recourse instanceof Recourse.Substitute substitute) {
            Object value = after == null
                    ? substitute.literal().byLooks()
                    : substitute.literal().as(after);
            return new Step.Substituting(bound, value);
        }
        if (recourse instanceof Recourse.Refuse refuse) {
            return new Step.Refusing(bound, refuse.action(), field, text);
        }
        return new Step.Nulling(bound);
    }
}
