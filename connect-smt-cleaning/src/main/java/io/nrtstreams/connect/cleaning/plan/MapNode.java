package io.nrtstreams.connect.cleaning.plan;

import io.nrtstreams.connect.cleaning.core.Kind;
import io.nrtstreams.connect.cleaning.core.Passage;
import io.nrtstreams.connect.cleaning.core.Refused;
import io.nrtstreams.connect.cleaning.rules.RuleChain;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/**
 * Cleans what has no schema: a record, or an array or map within one. A field that is missing stays missing, unless a
 * rule fills it; the fields of a record that is itself missing are looked at only for what must be there.
 */
final class MapNode implements Node {
    private final String path;
    private final Leaf[] leaves;
    private final @Nullable Leaf each;

    private MapNode(String path, List<Leaf> leaves, @Nullable Leaf each) {
        this.path = path;
        this.leaves = leaves.toArray(new Leaf[0]);
        this.each = each;
    }

    static MapNode compile(Branch branch) {
        return new MapNode(
                branch.path(),
                branch.children().stream().map(MapNode::leaf).toList(),
                branch.each() == null ? null : leaf(branch.each()));
    }

    private static Leaf leaf(Branch branch) {
        RuleChain rules = branch.rules() == null ? null : branch.rules().bindWithoutSchema(branch.path());
        return Leaf.of(branch, -1, rules, branch.leadsOn() ? compile(branch) : null);
    }

    @Override
    public @Nullable Object clean(@Nullable Object value, Passage passage) {
        if (value instanceof Map<?, ?> map) {
            Object cleaned = cleanFields(map, passage);
            return each == null || cleaned instanceof Refused
                    ? cleaned
                    : Elements.ofMap((Map<?, ?>) cleaned, each, passage);
        }
        if (value instanceof List<?> list && each != null) {
            return Elements.ofList(list, each, passage);
        }
        if (value == null) {
            return Leaf.cleanAbsent(leaves, null, passage);
        }
        // Rules that mask or drop must not be passed by because a value has another shape.
        return Refused.reject(path, "", "expected " + expected() + ", found " + kind(value));
    }

    private String expected() {
        return each == null ? "a record" : "a list or a map";
    }

    private static String kind(Object value) {
        return value instanceof Struct ? "a record with a schema in one without" : Kind.of(value);
    }

    private Object cleanFields(Map<?, ?> given, Passage passage) {
        Map<Object, @Nullable Object> copy = null;
        for (Leaf leaf : leaves) {
            Object before = given.get(leaf.name());
            Object after = leaf.clean(before, passage);
            if (after instanceof Refused) {
                return after;
            }
            boolean moves = !leaf.stays() && given.containsKey(leaf.name());
            if (after != before || moves) {
                copy = copy == null ? new LinkedHashMap<>(given) : copy;
                copy.put(leaf.name(), after);
            }
        }
        return copy == null ? given : placed(copy);
    }

    /** Takes fields to their new names once all have been cleaned, so that two may swap theirs. */
    private Object placed(Map<Object, @Nullable Object> copy) {
        Map<String, @Nullable Object> renamed = null;
        for (Leaf leaf : leaves) {
            if (!leaf.stays() && copy.containsKey(leaf.name())) {
                Object value = copy.remove(leaf.name());
                if (leaf.nameAfter() != null) {
                    renamed = renamed == null ? new LinkedHashMap<>() : renamed;
                    if (renamed.containsKey(leaf.nameAfter())) {
                        return taken(leaf.nameAfter());
                    }
                    renamed.put(leaf.nameAfter(), value);
                }
            }
        }
        if (renamed == null) {
            return copy;
        }
        for (String name : renamed.keySet()) {
            if (copy.containsKey(name)) {
                return taken(name);
            }
        }
        copy.putAll(renamed);
        return copy;
    }

    private static Refused taken(String name) {
        return Refused.reject(name, "rename '" + name + "'", "expected no field of that name in the record");
    }
}
