package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.Passage;
import io.nrtstreams.connect.cleaning.core.Refused;
import io.nrtstreams.connect.cleaning.core.ScalarType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of one field, ready to run. Immutable. */
public final class RuleChain {
    private final Step[] steps;
    private final @Nullable ScalarType type;
    private final boolean nullable;

    RuleChain(List<Step> steps, @Nullable ScalarType type, boolean nullable) {
        this.steps = steps.toArray(new Step[0]);
        this.type = type;
        this.nullable = nullable;
    }

    /**
     * Runs the rules in their order.
     *
     * @return the value afterwards, the same object where nothing changed, or a {@link Refused}
     */
    public @Nullable Object run(@Nullable Object before, Passage passage) {
        Object value = before;
        for (Step step : steps) {
            value = step.run(value, passage);
            if (value instanceof Refused) {
                return value;
            }
        }
        return value;
    }

    /** The type of the field afterwards; null where it is not known or not a plain scalar. */
    public @Nullable ScalarType type() {
        return type;
    }

    /** Whether the field can be null afterwards. */
    public boolean nullable() {
        return nullable;
    }
}
