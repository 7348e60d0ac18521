package io.nrtstreams.connect.cleaning.plan;

import io.nrtstreams.connect.cleaning.core.Refused;
import io.nrtstreams.connect.cleaning.rules.RuleChain;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with one field.
 *
 * @param name the name of the field
 * @param index its place in the schema, or -1 where there is no schema or the schema lacks it
 * @param rules its own rules, if any
 * @param below the rules of the fields within it, if any
 */
record Leaf(
        String name,
        int index,
        @Nullable RuleChain rules,
        @Nullable Node below) {
    /** Runs the rules over the value of the field: the value afterwards, or a {@link Refused}. */
    @Nullable Object clean(@Nullable Object before) {
        Object after = rules == null ? before : rules.run(before);
        return below == null || after instanceof Refused ? after : below.clean(after);
    }

    /**
     * Runs the rules of fields whose record is not there, which can only refuse: {@code value} is what stands in its
     * place and stays.
     */
    static @Nullable Object cleanAbsent(Leaf[] leaves, @Nullable Object value) {
        for (Leaf leaf : leaves) {
            if (leaf.clean(null) instanceof Refused refused) {
                return refused;
            }
        }
        return value;
    }
}
