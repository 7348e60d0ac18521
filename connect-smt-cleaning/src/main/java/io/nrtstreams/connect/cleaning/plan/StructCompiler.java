package io.nrtstreams.connect.cleaning.plan;

import io.nrtstreams.connect.cleaning.core.ScalarType;
import io.nrtstreams.connect.cleaning.core.TextMistake;
import io.nrtstreams.connect.cleaning.rules.RuleChain;
import io.nrtstreams.connect.cleaning.rules.RuleList;
import io.nrtstreams.connect.kit.config.Suggestions;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the rules ready for one schema, and works out the schema that they lead to. */
final class StructCompiler {
    private static final Logger LOG = LoggerFactory.getLogger(StructCompiler.class);

    private StructCompiler() {}

    /**
     * The plan for {@code schema}.
     *
     * @throws ConfigException if rules make no sense for the schema; the message names the key and the remedy
     */
    static StructNode compile(Schema schema, Branch branch) {
        List<Leaf> leaves = new ArrayList<>();
        Schema[] changed = new Schema[schema.fields().size()];
        for (Branch child : branch.children()) {
            Field field = schema.field(child.name());
            if (field == null) {
                warnOfMissing(schema, child);
                leaves.add(absent(child));
            } else {
                Leaf leaf = leaf(field, child);
                leaves.add(leaf);
                changed[field.index()] = outputOf(field.schema(), leaf);
            }
        }
        return new StructNode(schema, OutputSchemas.withFields(schema, changed), leaves);
    }

    /** A field that the schema lacks: only rules that ask for it have anything to say. */
    private static Leaf absent(Branch branch) {
        RuleList rules = branch.rules();
        RuleChain chain = rules == null ? null : rules.bind(branch.path(), null, true);
        return new Leaf(branch.name(), -1, chain, branch.children().isEmpty() ? null : MapNode.compile(branch));
    }

    private static Leaf leaf(Field field, Branch branch) {
        RuleList rules = branch.rules();
        RuleChain chain = rules == null ? null : bind(rules, field.schema(), branch);
        return new Leaf(branch.name(), field.index(), chain, below(field.schema(), branch));
    }

    private static RuleChain bind(RuleList rules, Schema schema, Branch branch) {
        ScalarType type = ScalarType.of(schema);
        if (rules.fillsBlindly(type)) {
            throw mistake(
                    branch,
                    "a default cannot fill a field of type " + typeName(schema)
                            + "; convert it before with `to <type>`, or leave the default out");
        }
        try {
            return rules.bind(branch.path(), type, schema.isOptional());
        } catch (TextMistake e) {
            throw mistake(branch, String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable Node below(Schema schema, Branch branch) {
        if (branch.children().isEmpty()) {
            return null;
        }
        if (schema.type() != Schema.Type.STRUCT) {
            throw mistake(
                    branch.children().get(0),
                    "the path leads through " + branch.path() + ", which is of type " + typeName(schema)
                            + " and has no fields; name a field within a record");
        }
        return compile(schema, branch);
    }

    private static Schema outputOf(Schema schema, Leaf leaf) {
        RuleChain rules = leaf.rules();
        Schema ruled = rules == null ? schema : OutputSchemas.afterRules(schema, rules);
        return leaf.below() instanceof StructNode node ? OutputSchemas.optionalAs(node.output(), ruled) : ruled;
    }

    private static void warnOfMissing(Schema schema, Branch branch) {
        List<String> names = schema.fields().stream().map(Field::name).toList();
        LOG.warn(
                "The schema {} has no field {}: the rules of field.{} and below find nothing to clean in such records{}",
                schema.name(),
                branch.name(),
                branch.path(),
                Suggestions.nearest(branch.name(), names)
                        .map(name -> "; did you mean " + name + "?")
                        .orElse(""));
    }

    private static String typeName(Schema schema) {
        return schema.name() == null ? schema.type().getName() : schema.name();
    }

    private static ConfigException mistake(Branch branch, String message) {
        return new ConfigException("field." + branch.path() + ": " + message);
    }
}
