package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.RuleFigures;
import io.nrtstreams.connect.cleaning.core.ScalarType;
import io.nrtstreams.connect.cleaning.core.TextMistake;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one field in their order, as they were configured.
 *
 * <p>Fields of one type in different schemas share what is made ready for them, one chain for each type (with
 * that which is not known), nullable or not: where schemas take turns there is less to fetch for each record. Not
 * thread-safe.
 */
public final class RuleList {
    private static final Rule LOOSEN = new Rule("", new Loosen(), Rule.rejecting(), false, new RuleMeter());

    private final List<Rule> rules;
    private final Map<Binding, RuleChain> chains = new HashMap<>();

    private record Binding(
            String field,
            @Nullable ScalarType type,
            @Nullable Schema other,
            boolean nullable,
            boolean schemaless) {}

    RuleList(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * Makes the rules ready to run.
     *
     * @param field the path of the field, for refusals
     * @param type the type of the field, null where it is not known
     * @param nullable whether the field can be null
     * @throws TextMistake if a value in a rule is not of the type that the field has there
     */
    public RuleChain bind(String field, @Nullable ScalarType type, boolean nullable) {
        return bound(new Binding(field, type, null, nullable, false));
    }

    /**
     * Makes the rules ready to run on a field of a schema.
     *
     * @param field the path of the field, for refusals
     * @throws TextMistake if a value in a rule is not of the type that the field has there
     */
    public RuleChain bind(String field, Schema schema) {
        ScalarType type = ScalarType.of(schema);
        return bound(new Binding(field, type, type == null ? schema : null, schema.isOptional(), false));
    }

    /**
     * Makes the rules ready to run where there is no schema.
     *
     * @param field the path of the field, for refusals
     */
    public RuleChain bindWithoutSchema(String field) {
        return bound(new Binding(field, null, null, true, true));
    }

    private RuleChain bound(Binding binding) {
        RuleChain bound = chains.get(binding);
        if (bound == null) {
            bound = newChain(binding);
            chains.put(binding, bound);
        }
        return bound;
    }

    private RuleChain newChain(Binding binding) {
        List<Step> steps = new ArrayList<>();
        ScalarType here = binding.type;
        boolean nullableHere = binding.nullable;
        for (Rule rule : rules) {
            steps.add(rule.bind(binding.field, here, binding.other));
            here = rule.operation().typeAfter(here);
            nullableHere = rule.nullableAfter(nullableHere);
        }
        return new RuleChain(steps, here, nullableHere, binding.schemaless);
    }

    /** The name of the field afterwards, given its name before; empty where it is left out. */
    public Optional<String> nameAfter(String name) {
        Operation last = rules.get(rules.size() - 1).operation();
        if (last instanceof Placement.Drop) {
            return Optional.empty();
        }
        return Optional.of(last instanceof Placement.Rename rename ? rename.name() : name);
    }

    /** Whether it says where the field is to be: elsewhere, or nowhere. */
    public boolean places() {
        return rules.get(rules.size() - 1).operation() instanceof Placement;
    }

    /** A list without any rule that a user would know of, after which the field may be null. */
    public static RuleList loosening() {
        return new RuleList(List.of(LOOSEN));
    }

    /** The same rules, after which the field may be null. */
    public RuleList loosened() {
        List<Rule> more = new ArrayList<>(rules);
        boolean placed = rules.get(rules.size() - 1).operation() instanceof Placement;
        more.add(placed ? more.size() - 1 : more.size(), LOOSEN);
        return new RuleList(more);
    }

    /** The counts of each rule, in the order of the rules. */
    public List<RuleFigures> figures(String field) {
        return rules.stream()
                .filter(rule -> !(rule.operation() instanceof Loosen))
                .map(rule -> rule.figures(field))
                .toList();
    }

    /** Whether a rule puts in a value of its own where the type of the field, starting from {@code type}, is unknown. */
    public boolean fillsBlindly(@Nullable ScalarType type) {
        ScalarType here = type;
        for (Rule rule : rules) {
            ScalarType after = rule.operation().typeAfter(here);
            boolean fills = rule.operation() instanceof Default || rule.recourse() instanceof Recourse.Substitute;
            if (fills && after == null) {
                return true;
            }
            here = after;
        }
        return false;
    }
}
