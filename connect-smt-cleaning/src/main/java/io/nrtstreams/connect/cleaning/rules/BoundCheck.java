package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.Flag;
import io.nrtstreams.connect.cleaning.core.Passage;
import io.nrtstreams.connect.cleaning.core.Refused;
import io.nrtstreams.connect.cleaning.core.Unfit;
import io.nrtstreams.connect.cleaning.expr.Condition;
import io.nrtstreams.connect.kit.data.FieldPath;
import org.jspecify.annotations.Nullable;

/** A check ready to run on records of one schema. Like SQL's, it is passed where the condition is unknown. */
public final class BoundCheck {
    private static final String REASON = "expected the condition to hold";
    private static final String SENSELESS = REASON + ", found values of kinds that it makes no sense for";

    private final String rule;
    private final Condition condition;
    private final Remedy remedy;
    private final @Nullable Object substitute;
    private final boolean flagged;
    private final RuleMeter meter;

    BoundCheck(
            String rule,
            Condition condition,
            Remedy remedy,
            @Nullable Object substitute,
            boolean flagged,
            RuleMeter meter) {
        this.rule = rule;
        this.condition = condition;
        this.remedy = remedy;
        this.substitute = substitute;
        this.flagged = flagged;
        this.meter = meter;
    }

    /** Runs the check: the very same record, a changed copy, or a {@link Refused}. */
    public Object run(Object record, Passage passage) {
        meter.countSeen();
        Object truth = condition.test(record);
        if (truth == null || Boolean.TRUE.equals(truth)) {
            return record;
        }
        meter.countFailed();
        String reason = truth instanceof Unfit ? SENSELESS : REASON;
        if (remedy instanceof Remedy.Refuse refuse) {
            return new Refused(refuse.action(), "", rule, reason);
        }
        if (flagged) {
            passage.flag(new Flag(rule.substring(0, rule.indexOf(':')).replace(' ', '.'), rule, reason));
        }
        return mended(record);
    }

    private Object mended(Object record) {
        if (remedy instanceof Remedy.Substitute with) {
            return Replacement.at(with.path(), record, substitute);
        }
        Object mended = record;
        if (remedy instanceof Remedy.Nulls nulls) {
            for (FieldPath path : nulls.paths()) {
                mended = Replacement.at(path, mended, null);
            }
        }
        return mended;
    }
}
