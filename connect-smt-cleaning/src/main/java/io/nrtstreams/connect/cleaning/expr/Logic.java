package io.nrtstreams.connect.cleaning.expr;

import io.nrtstreams.connect.cleaning.core.Unfit;
import org.jspecify.annotations.Nullable;

/** And, or, and not, of true, false and unknown, as SQL has them. */
final class Logic {
    private Logic() {}

    static Node and(Node left, Node right) {
        return record -> joined(left, right, record, Boolean.FALSE);
    }

    static Node or(Node left, Node right) {
        return record -> joined(left, right, record, Boolean.TRUE);
    }

    static Node not(Node node) {
        return record -> negated(node.evaluate(record));
    }

    static @Nullable Object negated(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        return value instanceof Boolean truth ? (Object) !truth : Unfit.KIND;
    }

    /** The one value that {@code decisive} is settles it, whatever the other is. */
    private static @Nullable Object joined(Node left, Node right, Object record, Boolean decisive) {
        Object first = left.evaluate(record);
        if (decisive.equals(first)) {
            return decisive;
        }
        Object second = right.evaluate(record);
        if (decisive.equals(second)) {
            return decisive;
        }
        boolean senseless = !isTruth(first) || !isTruth(second);
        if (senseless) {
            return Unfit.KIND;
        }
        return first == null || second == null ? null : (Object) !decisive;
    }

    private static boolean isTruth(@Nullable Object value) {
        return value == null || value instanceof Boolean;
    }
}
