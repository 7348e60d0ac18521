package io.nrtstreams.connect.cleaning.plan;

import io.nrtstreams.connect.cleaning.core.Refused;
import io.nrtstreams.connect.cleaning.rules.RuleChain;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Cleans a schemaless record. A field that is missing stays missing, unless a rule fills it; the fields of a record
 * that is itself missing are looked at only for what must be there.
 */
final class MapNode implements Node {
    private final Leaf[] leaves;

    private MapNode(List<Leaf> leaves) {
        this.leaves = leaves.toArray(new Leaf[0]);
    }

    static MapNode compile(Branch branch) {
        return new MapNode(branch.children().stream().map(MapNode::leaf).toList());
    }

    private static Leaf leaf(Branch branch) {
        RuleChain rules = branch.rules() == null ? null : branch.rules().bind(branch.path(), null, true);
        return new Leaf(branch.name(), -1, rules, branch.children().isEmpty() ? null : compile(branch));
    }

    @Override
    public @Nullable Object clean(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? cleanMap(map) : Leaf.cleanAbsent(leaves, value);
    }

    private Object cleanMap(Map<?, ?> given) {
        Map<Object, @Nullable Object> copy = null;
        for (Leaf leaf : leaves) {
            Object before = given.get(leaf.name());
            Object after = leaf.clean(before);
            if (after instanceof Refused) {
                return after;
            }
            if (after != before) {
                copy = copy == null ? new LinkedHashMap<>(given) : copy;
                copy.put(leaf.name(), after);
            }
        }
        return copy == null ? given : copy;
    }
}
