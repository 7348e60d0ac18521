package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.Passage;
import io.nrtstreams.connect.cleaning.core.Refused;
import io.nrtstreams.connect.cleaning.core.ScalarType;
import io.nrtstreams.connect.kit.data.LogicalTimes;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one field, ready to run. Immutable.
 *
 * <p>Connect's timestamp is a {@link Date}, which only a schema tells from a number: its converters refuse one that has none.
 * Where there is no schema, a time that rules made leaves them as the milliseconds that it would be written as.
 */
public final class RuleChain {
    private final Step[] steps;
    private final @Nullable ScalarType type;
    private final boolean nullable;
    private final boolean schemaless;

    RuleChain(List<Step> steps, @Nullable ScalarType type, boolean nullable, boolean schemaless) {
        this.steps = steps.toArray(new Step[0]);
        this.type = type;
        this.nullable = nullable;
        this.schemaless = schemaless;
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
        return schemaless && value != before && value instanceof Date time ? (Object) LogicalTimes.millis(time) : value;
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
