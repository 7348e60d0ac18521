package io.nrtstreams.connect.cleaning.plan;

import io.nrtstreams.connect.cleaning.core.Cleaned;
import io.nrtstreams.connect.cleaning.core.Cleaner;
import io.nrtstreams.connect.cleaning.core.IdentityCache;
import io.nrtstreams.connect.cleaning.core.Kind;
import io.nrtstreams.connect.cleaning.core.Outcome;
import io.nrtstreams.connect.cleaning.core.Passage;
import io.nrtstreams.connect.cleaning.core.Refused;
import io.nrtstreams.connect.cleaning.core.RuleFigures;
import io.nrtstreams.connect.cleaning.rules.RuleList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** The rules of all fields, run over a Struct or a schemaless Map in one pass. */
public final class CleaningPlan implements Cleaner {
    /** How many schemas are held ready; one beyond costs the compilation of some rules, about as much as 50 records. */
    private static final int SCHEMAS = 256;

    private final List<RuleFigures> figures;
    private final Node forMaps;
    private final IdentityCache<Schema, StructNode> forStructs;

    /** The plan of {@code rules}. */
    public CleaningPlan(Map<RulePath, RuleList> rules) {
        this.figures = rules.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                .flatMap(entry -> entry.getValue().figures(entry.getKey().toString()).stream())
                .toList();
        Branch root = Branch.root(rules);
        this.forMaps = MapNode.compile(root);
        this.forStructs = new IdentityCache<>(SCHEMAS, schema -> StructCompiler.compile(schema, root));
    }

    /**
     * Cleans a record.
     *
     * @throws org.apache.kafka.common.config.ConfigException if the rules make no sense for the schema of the record
     */
    @Override
    public Outcome clean(Object value, Passage passage) {
        if (value instanceof Struct struct) {
            return outcome(forStructs.get(struct.schema()).clean(struct, passage));
        } else if (value instanceof Map<?, ?> map) {
            return outcome(forMaps.clean(map, passage));
        }
        return Refused.reject(
                "",
                "",
                "expected a record with fields (Struct or Map), found " + Kind.of(value)
                        + "; put Parse before Clean where records are text");
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
