package io.nrtstreams.connect.cleaning.plan;

import io.nrtstreams.connect.cleaning.rules.RuleList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A field that has rules, or that leads to fields that have; the tree of all paths of a configuration.
 *
 * @param name the name of the field, empty for the root and for {@code [*]}
 * @param path the path of the field, empty for the root
 * @param each what is done with every element of an array or value of a map
 * @param children in the order of their names, so that of two bad fields always the same one is reported
 */
record Branch(
        String name,
        String path,
        @Nullable RuleList rules,
        @Nullable Branch each,
        List<Branch> children) {
    Branch {
        children = List.copyOf(children);
    }

    /** The tree of {@code rules}. */
    static Branch root(Map<RulePath, RuleList> rules) {
        return build("", List.of(), rules);
    }

    /** Whether rules lead further down. */
    boolean leadsOn() {
        return each != null || !children.isEmpty();
    }

    /** The path of the first field further down that has a way to it. */
    String firstBelow() {
        return each == null ? children.get(0).path() : each.path();
    }

    private static Branch build(String name, List<RulePath.Step> steps, Map<RulePath, RuleList> rules) {
        Map<RulePath.Step, List<RulePath.Step>> below = new LinkedHashMap<>();
        for (RulePath path : rules.keySet()) {
            boolean leadsOn = path.steps().size() > steps.size()
                    && path.steps().subList(0, steps.size()).equals(steps);
            if (leadsOn) {
                below.put(path.steps().get(steps.size()), path.steps().subList(0, steps.size() + 1));
            }
        }
        List<RulePath.Step> every = below.remove(new RulePath.Each());
        List<Branch> children = below.entrySet().stream()
                .map(entry -> build(((RulePath.Named) entry.getKey()).name(), entry.getValue(), rules))
                .sorted(Comparator.comparing(Branch::name))
                .toList();
        Branch each = every == null ? null : build("", every, rules);
        if (steps.isEmpty()) {
            return new Branch("", "", null, each, children);
        }
        RulePath here = new RulePath(steps);
        return new Branch(name, here.toString(), rules.get(here), each, children);
    }
}
