package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.RuleFigures;
import io.nrtstreams.connect.cleaning.core.ScalarType;
import io.nrtstreams.connect.cleaning.core.TextMistake;
import io.nrtstreams.connect.cleaning.expr.Condition;
import io.nrtstreams.connect.kit.data.FieldPath;
import java.util.List;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/** A condition over a whole record, and what is done where it does not hold. */
public final class Check {
    private final String rule;
    private final Condition condition;
    private final Remedy remedy;
    private final boolean flagged;
    private final RuleMeter meter = new RuleMeter();

    Check(String rule, Condition condition, Remedy remedy, boolean flagged) {
        this.rule = rule;
        this.condition = condition;
        this.remedy = remedy;
        this.flagged = flagged;
    }

    /**
     * Reads {@code condition [else action]}.
     *
     * @param name how reasons call the check
     * @throws TextMistake if it is something else, with the column
     */
    public static Check parse(String name, String text) {
        return CheckParser.parse(name, text);
    }

    /** The fields that it may make null, by the names that they have after all rules. */
    public List<FieldPath> nulls() {
        return remedy instanceof Remedy.Nulls nulls ? nulls.paths() : List.of();
    }

    /**
     * The check made ready for records of one schema.
     *
     * @param schema of the records, null for such that have none
     * @throws TextMistake if a value of the check does not fit the schema
     */
    public BoundCheck bind(@Nullable Schema schema) {
        if (!(remedy instanceof Remedy.Substitute substitute)) {
            return new BoundCheck(rule, condition, remedy, null, flagged, meter);
        }
        Schema field = substitute.path().schemaIn(schema);
        ScalarType type = field == null ? null : ScalarType.of(field);
        if (field != null && type == null) {
            throw new TextMistake(
                    substitute.literal().column(), "expected a field with a plain type to put a default into");
        }
        if (leadsThroughMap(substitute.path(), schema)) {
            throw new TextMistake(
                    substitute.literal().column(),
                    "expected a field of a record to put a default into, found one of a map");
        }
        Literal literal = substitute.literal();
        return new BoundCheck(
                rule, condition, remedy, type == null ? literal.byLooks() : literal.as(type), flagged, meter);
    }

    private static boolean leadsThroughMap(FieldPath path, @Nullable Schema schema) {
        Schema here = schema;
        for (int depth = 1; here != null && depth <= path.steps().size(); depth++) {
            if (here.type() == Schema.Type.MAP) {
                return true;
            }
            here = new FieldPath(path.steps().subList(0, depth)).schemaIn(schema);
        }
        return false;
    }

    /** What is counted about it. */
    public RuleFigures figures() {
        return new RuleFigures(
                "",
                rule,
                rule.substring(0, rule.indexOf(':')),
                remedy.label(),
                meter::seen,
                meter::changed,
                meter::failed);
    }
}
