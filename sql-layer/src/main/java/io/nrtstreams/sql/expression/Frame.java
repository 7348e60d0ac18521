package io.nrtstreams.sql.expression;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What an evaluation has besides the row: the values of the enclosing lambdas' parameters, outermost first. Immutable. */
final class Frame {

    /** Outside of lambdas. */
    static final Frame EMPTY = new Frame(new Object[0], PartFailures.IGNORED);

    private final @Nullable Object[] variables;
    private final PartFailures failures;

    private Frame(@Nullable Object[] variables, PartFailures failures) {
        this.variables = variables;
        this.failures = failures;
    }

    static Frame of(PartFailures failures) {
        return new Frame(EMPTY.variables, failures);
    }

    PartFailures failures() {
        return failures;
    }

    @Nullable Object variable(int index) {
        return variables[index];
    }

    /** A frame for the body of a lambda whose first parameter has this index. */
    Frame with(int index, @Nullable Object... values) {
        @Nullable Object[] all = Arrays.copyOf(variables, index + values.length);
        System.arraycopy(values, 0, all, index, values.length);
        return new Frame(all, failures);
    }
}
