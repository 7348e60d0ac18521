package io.nrtstreams.connect.cleaning.plan;

import io.nrtstreams.connect.cleaning.rules.RuleList;
import io.nrtstreams.connect.kit.data.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A field that has rules, or that leads to fields that have; the tree of all paths of a configuration.
 *
 * @param name the name of the field, empty for the root
 * @param path the path of the field, empty for the root
 * @param children in the order of their names, so that of two bad fields always the same one is reported
 */
record Branch(String name, String path, @Nullable RuleList rules, List<Branch> children) {
    Branch {
        children = List.copyOf(children);
    }

    /** The tree of {@code rules}. */
    static Branch root(Map<FieldPath, RuleList> rules) {
        return build(List.of(), rules);
    }

    private static Branch build(List<String> steps, Map<FieldPath, RuleList> rules) {
        Map<String, List<String>> below = new TreeMap<>();
        for (FieldPath path : rules.keySet()) {
            if (path.steps().size() > steps.size()
                    && path.steps().subList(0, steps.size()).equals(steps)) {
                String next = path.steps().get(steps.size());
                below.computeIfAbsent(next, name -> path.steps().subList(0, steps.size() + 1));
            }
        }
        List<Branch> children = new ArrayList<>();
        below.values().forEach(childSteps -> children.add(build(childSteps, rules)));
        if (steps.isEmpty()) {
            return new Branch("", "", null, children);
        }
        FieldPath here = new FieldPath(steps);
        return new Branch(here.last(), here.toString(), rules.get(here), children);
    }
}
