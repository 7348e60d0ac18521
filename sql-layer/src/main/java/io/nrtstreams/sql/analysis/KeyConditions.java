package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.analysis.KeyCondition.Case;
import io.nrtstreams.sql.plan.KeySpan.Range;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Expression.Between;
import io.nrtstreams.sql.tree.Expression.ColumnReference;
import io.nrtstreams.sql.tree.Expression.Comparison;
import io.nrtstreams.sql.tree.Expression.ComparisonOperator;
import io.nrtstreams.sql.tree.Expression.In;
import io.nrtstreams.sql.tree.Expression.Like;
import io.nrtstreams.sql.tree.Expression.Logical;
import io.nrtstreams.sql.tree.Expression.LogicalOperator;
import io.nrtstreams.sql.type.Schema;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import java.util.Optional;

/** Reads from a condition what it says of keys. What it does not understand says nothing. */
final class KeyConditions {

    private final Schema schema;
    private final KeyConstants constants;

    KeyConditions(Schema schema, KeyConstants constants) {
        this.schema = schema;
        this.constants = constants;
    }

    /** What a condition says, which must be typed already. */
    KeyCondition of(Expression condition) {
        if (condition instanceof Logical logical) {
            KeyCondition left = of(logical.left());
            KeyCondition right = of(logical.right());
            return logical.operator() == LogicalOperator.AND ? left.and(right) : left.or(right);
        } else if (condition instanceof Comparison comparison) {
            return comparison(comparison.left(), comparison.operator(), comparison.right());
        } else if (condition instanceof Between between && !between.negated()) {
            return comparison(between.operand(), ComparisonOperator.GREATER_OR_EQUAL, between.low())
                    .and(comparison(between.operand(), ComparisonOperator.LESS_OR_EQUAL, between.high()));
        } else if (condition instanceof In in && !in.negated() && in.values().size() <= KeyCondition.MOST_CASES) {
            return in(in);
        } else if (condition instanceof Like like && !like.negated()) {
            return like(like);
        }
        return KeyCondition.NOTHING;
    }

    private KeyCondition in(In in) {
        Optional<KeyCondition> any = in.values().stream()
                .map(value -> comparison(in.operand(), ComparisonOperator.EQUAL, value))
                .reduce(KeyCondition::or);
        return any.orElse(KeyCondition.NOTHING);
    }

    private KeyCondition comparison(Expression left, ComparisonOperator operator, Expression right) {
        if (left instanceof ColumnReference column) {
            return bound(column, operator, right);
        } else if (right instanceof ColumnReference column) {
            return bound(column, mirrored(operator), left);
        }
        return KeyCondition.NOTHING;
    }

    private static ComparisonOperator mirrored(ComparisonOperator operator) {
        return switch (operator) {
            case LESS -> ComparisonOperator.GREATER;
            case LESS_OR_EQUAL -> ComparisonOperator.GREATER_OR_EQUAL;
            case GREATER -> ComparisonOperator.LESS;
            case GREATER_OR_EQUAL -> ComparisonOperator.LESS_OR_EQUAL;
            default -> operator;
        };
    }

    private KeyCondition bound(ColumnReference column, ComparisonOperator operator, Expression other) {
        int index = keyIndex(column.name());
        if (index >= 0) {
            SqlType type = schema.key().get(index).type();
            return constants
                    .value(other, type)
                    .flatMap(value -> range(operator, value))
                    .map(range -> KeyCondition.of(Case.column(index, range)))
                    .orElse(KeyCondition.NOTHING);
        } else if (schema.windowed()
                && column.name().equals(PseudoColumns.WINDOWSTART)
                && schema.find(column.name()).isEmpty()) {
            return constants
                    .value(other, SqlTypes.BIGINT)
                    .flatMap(value -> range(operator, value))
                    .map(range -> KeyCondition.of(Case.window(range)))
                    .orElse(KeyCondition.NOTHING);
        }
        return KeyCondition.NOTHING;
    }

    private int keyIndex(String name) {
        for (int i = 0; i < schema.key().size(); i++) {
            if (schema.key().get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private static Optional<Range> range(ComparisonOperator operator, Object value) {
        return switch (operator) {
            case EQUAL, IS_NOT_DISTINCT_FROM -> Optional.of(Range.point(value));
            case LESS -> Optional.of(Range.atMost(value, false));
            case LESS_OR_EQUAL -> Optional.of(Range.atMost(value, true));
            case GREATER -> Optional.of(Range.atLeast(value, false));
            case GREATER_OR_EQUAL -> Optional.of(Range.atLeast(value, true));
            case NOT_EQUAL, IS_DISTINCT_FROM -> Optional.empty();
        };
    }

    /** A pattern that begins with characters that mean themselves; it counts as two bounds. */
    private KeyCondition like(Like like) {
        if (!(like.operand() instanceof ColumnReference column) || like.escape().isPresent()) {
            return KeyCondition.NOTHING;
        }
        int index = keyIndex(column.name());
        if (index < 0) {
            return KeyCondition.NOTHING;
        }
        String prefix = constants
                .value(like.pattern(), SqlTypes.STRING)
                .map(pattern -> prefix((String) pattern))
                .orElse("");
        return prefix.isEmpty()
                ? KeyCondition.NOTHING
                : KeyCondition.of(Case.column(index, Range.atLeast(prefix, true)))
                        .and(after(prefix)
                                .map(end -> KeyCondition.of(Case.column(index, Range.atMost(end, false))))
                                .orElse(KeyCondition.NOTHING));
    }

    private static String prefix(String pattern) {
        int end = 0;
        while (end < pattern.length() && pattern.charAt(end) != '%' && pattern.charAt(end) != '_') {
            end++;
        }
        return pattern.substring(0, end);
    }

    /** The first text, in the order of their characters, that is behind all that begin with this one. */
    private static Optional<String> after(String prefix) {
        int last = prefix.length() - 1;
        while (last >= 0 && prefix.charAt(last) == Character.MAX_VALUE) {
            last--;
        }
        return last < 0 ? Optional.empty() : Optional.of(prefix.substring(0, last) + (char) (prefix.charAt(last) + 1));
    }
}
