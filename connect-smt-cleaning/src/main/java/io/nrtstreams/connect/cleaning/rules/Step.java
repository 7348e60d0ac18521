package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.Flag;
import io.nrtstreams.connect.cleaning.core.Kind;
import io.nrtstreams.connect.cleaning.core.Passage;
import io.nrtstreams.connect.cleaning.core.Refused;
import io.nrtstreams.connect.cleaning.core.Unfit;
import org.jspecify.annotations.Nullable;

/** A rule ready to run on one field. */
final class Step {
    private final Rule rule;
    private final RuleMeter meter;
    private final Operation operation;
    private final String field;
    private final @Nullable Object substitute;

    /**
     * A rule made ready.
     *
     * @param operation that of the rule, bound to the type of the field
     * @param substitute what takes the place of a value that does not fit, where the rule says so
     */
    Step(Rule rule, Operation operation, String field, @Nullable Object substitute) {
        this.rule = rule;
        this.meter = rule.meter();
        this.operation = operation;
        this.field = field;
        this.substitute = substitute;
    }

    /** Runs the rule: the value afterwards, or a {@link Refused}. */
    @Nullable Object run(@Nullable Object value, Passage passage) {
        meter.countSeen();
        Object result = value == null ? operation.applyToNothing(passage) : operation.apply(value, passage);
        if (result == value) {
            return value;
        }
        if (result instanceof Unfit unfit) {
            meter.countFailed();
            return insteadOf(value, unfit, passage);
        }
        meter.countChanged();
        return result;
    }

    private @Nullable Object insteadOf(@Nullable Object value, Unfit unfit, Passage passage) {
        if (rule.flagged()) {
            passage.flag(new Flag(field, rule.text(), reason(value, unfit)));
        }
        if (rule.recourse() instanceof Recourse.Refuse refuse) {
            return new Refused(refuse.action(), field, rule.text(), reason(value, unfit));
        }
        return rule.recourse() instanceof Recourse.Keep ? value : substitute;
    }

    private String reason(@Nullable Object value, Unfit unfit) {
        String expected = "expected " + operation.expected();
        return unfit == Unfit.KIND ? expected + ", found " + Kind.of(value) : expected;
    }
}
