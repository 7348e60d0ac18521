package io.nrtstreams.connect.cleaning.plan;

import io.nrtstreams.connect.cleaning.core.Cleaned;
import io.nrtstreams.connect.cleaning.core.Cleaner;
import io.nrtstreams.connect.cleaning.core.IdentityCache;
import io.nrtstreams.connect.cleaning.core.Kind;
import io.nrtstreams.connect.cleaning.core.Outcome;
import io.nrtstreams.connect.cleaning.core.Passage;
import io.nrtstreams.connect.cleaning.core.Refused;
import io.nrtstreams.connect.cleaning.core.RuleFigures;
import io.nrtstreams.connect.cleaning.core.TextMistake;
import io.nrtstreams.connect.cleaning.rules.BoundCheck;
import io.nrtstreams.connect.cleaning.rules.Check;
import io.nrtstreams.connect.cleaning.rules.RuleList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** The rules of all fields, run over a Struct or a schemaless Map in one pass. */
public final class CleaningPlan implements Cleaner {
    /** How many schemas are held ready; one beyond costs the compilation of some rules, about as much as 50 records. */
    private static final int SCHEMAS = 256;

    private final List<RuleFigures> figures;
    private final Node forMaps;
    private final List<BoundCheck> checksOfMaps;
    private final IdentityCache<Schema, ForSchema> forStructs;

    /** What is ready for one schema. */
    private record ForSchema(StructNode node, List<BoundCheck> checks) {}

    /** The plan of {@code rules}, without checks. */
    public CleaningPlan(Map<RulePath, RuleList> rules) {
        this(rules, List.of());
    }

    /**
     * The plan of {@code rules} and {@code checks}.
     *
     * @param checks run in their order after all rules
     */
    public CleaningPlan(Map<RulePath, RuleList> rules, List<Check> checks) {
        this.figures = Stream.concat(
                        rules.entrySet().stream()
                                .sorted(Comparator.comparing(
                                        entry -> entry.getKey().toString()))
                                .flatMap(entry ->
                                        entry.getValue().figures(entry.getKey().toString()).stream()),
                        checks.stream().map(Check::figures))
                .toList();
        Branch root = Branch.root(Loosening.of(rules, checks));
        this.forMaps = MapNode.compile(root);
        this.checksOfMaps = checks.stream().map(check -> check.bind(null)).toList();
        this.forStructs = new IdentityCache<>(SCHEMAS, schema -> compile(schema, root, checks));
    }

    private static ForSchema compile(Schema schema, Branch root, List<Check> checks) {
        StructNode node = StructCompiler.compile(schema, root);
        List<BoundCheck> bound = new ArrayList<>();
        for (Check check : checks) {
            try {
                bound.add(check.bind(node.output()));
            } catch (TextMistake e) {
                throw new ConfigException(check.figures().operation() + ": " + e.getMessage());
            }
        }
        return new ForSchema(node, bound);
    }

    /**
     * Cleans a record.
     *
     * @throws ConfigException if the rules make no sense for the schema of the record
     */
    @Override
    public Outcome clean(Object value, Passage passage) {
        if (value instanceof Struct struct) {
            ForSchema plan = forStructs.get(struct.schema());
            return outcome(checked(plan.node().clean(struct, passage), plan.checks(), passage));
        } else if (value instanceof Map<?, ?> map && passage.schema() == null) {
            return outcome(checked(forMaps.clean(map, passage), checksOfMaps, passage));
        }
        return Refused.reject(
                "",
                "",
                "expected a record with fields (Struct or Map), found " + found(value)
                        + "; put Parse before Clean where records are text");
    }

    /** The entries of a map with a schema are of one type, which rules for some of them would break. */
    private static String found(Object value) {
        return value instanceof Map ? "a map with a schema" : Kind.of(value);
    }

    private static @Nullable Object checked(@Nullable Object cleaned, List<BoundCheck> checks, Passage passage) {
        Object record = cleaned;
        for (int i = 0; i < checks.size() && record != null && !(record instanceof Refused); i++) {
            record = checks.get(i).run(record, passage);
        }
        return record;
    }

    @Override
    public List<RuleFigures> figures() {
        return figures;
    }

    private static Outcome outcome(@Nullable Object result) {
        if (result instanceof Refused refused) {
            return refused;
        }
        if (result == null) {
            throw new IllegalStateException("a record that is there has become none");
        }
        return new Cleaned(result);
    }
}
