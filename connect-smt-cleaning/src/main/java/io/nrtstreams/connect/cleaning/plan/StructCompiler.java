package io.nrtstreams.connect.cleaning.plan;

import io.nrtstreams.connect.cleaning.core.ScalarType;
import io.nrtstreams.connect.cleaning.core.TextMistake;
import io.nrtstreams.connect.cleaning.rules.RuleChain;
import io.nrtstreams.connect.cleaning.rules.RuleList;
import io.nrtstreams.connect.kit.config.Suggestions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
        Schema[] schemas = schema.fields().stream().map(Field::schema).toArray(Schema[]::new);
        String[] names = schema.fields().stream().map(Field::name).toArray(String[]::new);
        if (branch.each() != null) {
            throw mistake(branch.each(), "a record has fields and no elements; [*] needs an array or a map");
        }
        for (Branch child : branch.children()) {
            Field field = schema.field(child.name());
            if (field == null) {
                warnOfMissing(schema, child);
                leaves.add(absent(child));
            } else {
                Leaf leaf = leaf(field.schema(), field.index(), child);
                leaves.add(leaf);
                schemas[field.index()] = outputOf(field.schema(), leaf);
                names[field.index()] = leaf.nameAfter();
            }
        }
        requireNamesOnce(branch, names);
        return new StructNode(schema, OutputSchemas.withFields(schema, schemas, names), names, leaves);
    }

    private static void requireNamesOnce(Branch branch, String[] names) {
        for (Branch child : branch.children()) {
            Optional<String> after = child.rules() == null
                    ? Optional.empty()
                    : child.rules().nameAfter(child.name()).filter(name -> !name.equals(child.name()));
            if (after.isPresent()
                    && Arrays.stream(names).filter(after.get()::equals).count() > 1) {
                throw mistake(
                        child,
                        "rename '" + after.get() + "' gives two fields of a record the same name; choose another");
            }
        }
    }

    /** A field that the schema lacks: only rules that ask for it have anything to say. */
    private static Leaf absent(Branch branch) {
        RuleList rules = branch.rules();
        RuleChain chain = rules == null ? null : rules.bind(branch.path(), null, true);
        return Leaf.of(branch, -1, chain, branch.leadsOn() ? MapNode.compile(branch) : null);
    }

    private static Leaf leaf(Schema schema, int index, Branch branch) {
        RuleList rules = branch.rules();
        RuleChain chain = rules == null ? null : bind(rules, schema, branch);
        if (branch.leadsOn() && chain != null && chain.type() != null) {
            throw mistake(
                    branch.firstBelow(),
                    "the path leads through " + branch.path() + ", which its own rules make "
                            + chain.type().label());
        }
        return Leaf.of(branch, index, chain, below(schema, branch));
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
            return rules.bind(branch.path(), schema);
        } catch (TextMistake e) {
            throw mistake(branch, String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable SchemaNode below(Schema schema, Branch branch) {
        if (!branch.leadsOn()) {
            return null;
        }
        return switch (schema.type()) {
            case STRUCT -> compile(schema, branch);
            case ARRAY, MAP -> elements(schema, branch);
            default ->
                throw mistake(
                        branch.firstBelow(),
                        "the path leads through " + branch.path() + ", which is of type " + typeName(schema)
                                + " and has no fields; name a field within a record");
        };
    }

    private static SchemaNode elements(Schema schema, Branch branch) {
        Branch each = branch.each();
        if (each == null || !branch.children().isEmpty()) {
            throw mistake(
                    branch.firstBelow(),
                    "the path leads through " + branch.path() + ", which is of type " + typeName(schema) + "; say "
                            + branch.path() + "[*] for each of its elements");
        }
        Leaf leaf = leaf(schema.valueSchema(), -1, each);
        return new ElementsNode(leaf, OutputSchemas.withElements(schema, outputOf(schema.valueSchema(), leaf)));
    }

    private static Schema outputOf(Schema schema, Leaf leaf) {
        RuleChain rules = leaf.rules();
        Schema ruled = rules == null ? schema : OutputSchemas.afterRules(schema, rules);
        return leaf.below() instanceof SchemaNode node ? OutputSchemas.optionalAs(node.output(), ruled) : ruled;
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
        return mistake(branch.path(), message);
    }

    private static ConfigException mistake(String path, String message) {
        return new ConfigException("field." + path + ": " + message);
    }
}
