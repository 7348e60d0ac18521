package io.nrtstreams.connect.cleaning.expr;

import io.nrtstreams.connect.cleaning.core.Unfit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** And, or, and not, of true, false and unknown, as SQL has them. */
final class Logic {
    private Logic() {}

    static Node and(List<Node> nodes) {
        return joined(nodes, Boolean.FALSE);
    }

    static Node or(List<Node> nodes) {
        return joined(nodes, Boolean.TRUE);
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

    private static Node joined(List<Node> nodes, Boolean decisive) {
        if (nodes.size() == 1) {
            return nodes.get(0);
        }
        Node[] all = nodes.toArray(new Node[0]);
        return record -> {
            Object verdict = !decisive;
            for (int i = 0; i < all.length && !decisive.equals(verdict); i++) {
                verdict = joined(verdict, all[i].evaluate(record), decisive);
            }
            return verdict;
        };
    }

    /** The one value that {@code decisive} is settles it, whatever the other is. */
    static @Nullable Object joined(@Nullable Object left, @Nullable Object right, Boolean decisive) {
        if (decisive.equals(left) || decisive.equals(right)) {
            return decisive;
        } else if (!isTruth(left) || !isTruth(right)) {
            return Unfit.KIND;
        }
        return left == null || right == null ? null : (Object) !decisive;
    }

    private static boolean isTruth(@Nullable Object value) {
        return value == null || value instanceof Boolean;
    }
}
