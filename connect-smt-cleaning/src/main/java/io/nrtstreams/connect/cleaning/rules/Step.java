package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.Action;
import io.nrtstreams.connect.cleaning.core.Kind;
import io.nrtstreams.connect.cleaning.core.Refused;
import io.nrtstreams.connect.cleaning.core.Unfit;
import org.jspecify.annotations.Nullable;

/** A rule ready to run on one field. */
sealed interface Step {
    Operation operation();

    /** What takes the place of a value that does not fit: another value, null, or a {@link Refused}. */
    @Nullable Object insteadOf(@Nullable Object value, Unfit unfit);

    /** Runs the rule: the value afterwards, or a {@link Refused}. */
    default @Nullable Object run(@Nullable Object value) {
        Object result =
                value == null ? operation().applyToNothing() : operation().apply(value);
        return result instanceof Unfit unfit ? insteadOf(value, unfit) : result;
    }

    /** Refuses the record. */
    record Refusing(Operation operation, Action action, String field, String rule) implements Step {
        @Override
        public Object insteadOf(@Nullable Object value, Unfit unfit) {
            String found = unfit == Unfit.KIND ? ", found " + Kind.of(value) : "";
            return new Refused(action, field, rule, "expected " + operation.expected() + found);
        }
    }

    /** Makes null of the field. */
    record Nulling(Operation operation) implements Step {
        @Override
        public @Nullable Object insteadOf(@Nullable Object value, Unfit unfit) {
            return null;
        }
    }

    /** Puts another value into the field. */
    record Substituting(Operation operation, Object substitute) implements Step {
        @Override
        public Object insteadOf(@Nullable Object value, Unfit unfit) {
            return substitute;
        }
    }
}
