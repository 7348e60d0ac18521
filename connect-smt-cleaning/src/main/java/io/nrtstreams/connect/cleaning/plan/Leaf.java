package io.nrtstreams.connect.cleaning.plan;

import io.nrtstreams.connect.cleaning.core.Passage;
import io.nrtstreams.connect.cleaning.core.Refused;
import io.nrtstreams.connect.cleaning.rules.RuleChain;
import io.nrtstreams.connect.cleaning.rules.RuleList;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with one field.
 *
 * @param name the name of the field, empty for elements
 * @param nameAfter the name of the field afterwards, null where it is left out
 * @param index its place in the schema, or -1 where there is no schema or the schema lacks it
 * @param rules its own rules, if any
 * @param below the rules of the fields within it, if any
 */
record Leaf(
        String name,
        @Nullable String nameAfter,
        int index,
        @Nullable RuleChain rules,
        @Nullable Node below) {
    /** The leaf of {@code branch}. */
    static Leaf of(Branch branch, int index, @Nullable RuleChain rules, @Nullable Node below) {
        RuleList list = branch.rules();
        String after =
                list == null ? branch.name() : list.nameAfter(branch.name()).orElse(null);
        return new Leaf(branch.name(), after, index, rules, below);
    }

    /** Whether the field keeps its name. */
    boolean stays() {
        return name.equals(nameAfter);
    }

    /** Runs the rules over the value of the field: the value afterwards, or a {@link Refused}. */
    @Nullable Object clean(@Nullable Object before, Passage passage) {
        Object after = rules == null ? before : rules.run(before, passage);
        return below == null || after instanceof Refused ? after : below.clean(after, passage);
    }

    /**
     * Runs the rules of fields whose record is not there, which can only refuse: {@code value} is what stands in its
     * place and stays.
     */
    static @Nullable Object cleanAbsent(Leaf[] leaves, @Nullable Object value, Passage passage) {
        for (Leaf leaf : leaves) {
            if (leaf.clean(null, passage) instanceof Refused refused) {
                return refused;
            }
        }
        return value;
    }
}
