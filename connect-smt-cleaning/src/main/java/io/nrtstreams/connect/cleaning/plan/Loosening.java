package io.nrtstreams.connect.cleaning.plan;

import io.nrtstreams.connect.cleaning.rules.Check;
import io.nrtstreams.connect.cleaning.rules.RuleList;
import io.nrtstreams.connect.kit.data.FieldPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lets those fields be null that a check may make so, whatever their own rules are. */
final class Loosening {
    private Loosening() {}

    static Map<RulePath, RuleList> of(Map<RulePath, RuleList> rules, List<Check> checks) {
        Map<RulePath, RuleList> loosened = new LinkedHashMap<>(rules);
        for (Check check : checks) {
            for (FieldPath path : check.nulls()) {
                loosened.compute(
                        before(path, rules), (key, list) -> list == null ? RuleList.loosening() : list.loosened());
            }
        }
        return loosened;
    }

    /** The path that a field had before rules renamed it or a record around it. */
    private static RulePath before(FieldPath path, Map<RulePath, RuleList> rules) {
        List<RulePath.Step> steps = new ArrayList<>();
        for (String name : path.steps()) {
            steps.add(new RulePath.Named(nameBefore(name, steps, rules)));
        }
        return new RulePath(steps);
    }

    private static String nameBefore(String name, List<RulePath.Step> parents, Map<RulePath, RuleList> rules) {
        for (Map.Entry<RulePath, RuleList> entry : rules.entrySet()) {
            List<RulePath.Step> steps = entry.getKey().steps();
            boolean sibling = steps.size() == parents.size() + 1
                    && steps.subList(0, parents.size()).equals(parents);
            if (sibling && steps.get(parents.size()) instanceof RulePath.Named named) {
                boolean renamed = entry.getValue()
                        .nameAfter(named.name())
                        .filter(name::equals)
                        .isPresent();
                if (renamed) {
                    return named.name();
                }
            }
        }
        return name;
    }
}
