package io.nrtstreams.analytics.query;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.conversion.LiteralCoercion;
import io.nrtstreams.sql.expression.ExpressionCompiler;
import io.nrtstreams.sql.expression.TypedExpression;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Expression.ComparisonOperator;
import io.nrtstreams.sql.tree.Expression.LogicalOperator;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.SqlType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which keys a condition leaves, where it names them: every key column by = or IN, joined by AND, or several such conditions
 * joined by OR. The condition is checked on the rows found all the same.
 */
final class KeyLookup {

    /** Combinations beyond this many are not looked up one by one. */
    private static final int MOST_KEYS = 10_000;

    private static final Row NO_ROW = new Row(new Object[0], null, new Object[0], null, 0, null);

    private final List<Column> key;
    private final ExpressionCompiler compiler;

    KeyLookup(List<Column> key, ExpressionCompiler compiler) {
        this.key = key;
        this.compiler = compiler;
    }

    /** The keys; empty when others may meet the condition as well. */
    Optional<List<@Nullable Object[]>> keys(Expression condition) {
        if (condition instanceof Expression.Logical logical && logical.operator() == LogicalOperator.OR) {
            Optional<List<@Nullable Object[]>> left = keys(logical.left());
            Optional<List<@Nullable Object[]>> right = keys(logical.right());
            return left.isEmpty() || right.isEmpty()
                    ? Optional.empty()
                    : Optional.of(joined(left.get(), right.get()));
        }
        Map<String, List<Object>> values = new LinkedHashMap<>();
        collect(condition, values);
        return key.isEmpty() || key.stream().anyMatch(column -> !values.containsKey(column.name()))
                ? alternatives(condition)
                : combinations(values);
    }

    /** An OR within an AND: its keys are enough, as the rest only leaves fewer. */
    private Optional<List<@Nullable Object[]>> alternatives(Expression condition) {
        if (condition instanceof Expression.Logical logical && logical.operator() == LogicalOperator.AND) {
            Optional<List<@Nullable Object[]>> left = keys(logical.left());
            return left.isPresent() ? left : keys(logical.right());
        }
        return Optional.empty();
    }

    private static List<@Nullable Object[]> joined(List<@Nullable Object[]> left, List<@Nullable Object[]> right) {
        Map<String, @Nullable Object[]> all = new LinkedHashMap<>();
        left.forEach(one -> all.put(text(one), one));
        right.forEach(one -> all.put(text(one), one));
        return new ArrayList<>(all.values());
    }

    private static String text(@Nullable Object[] one) {
        return new String(KeyBytes.of(one), java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private void collect(Expression condition, Map<String, List<Object>> values) {
        if (condition instanceof Expression.Logical logical && logical.operator() == LogicalOperator.AND) {
            collect(logical.left(), values);
            collect(logical.right(), values);
        } else if (condition instanceof Expression.Comparison equal
                && equal.operator() == ComparisonOperator.EQUAL) {
            keep(equal.left(), List.of(equal.right()), values);
            keep(equal.right(), List.of(equal.left()), values);
        } else if (condition instanceof Expression.In in && !in.negated()) {
            keep(in.operand(), in.values(), values);
        }
    }

    private void keep(Expression column, List<Expression> wanted, Map<String, List<Object>> values) {
        if (!(column instanceof Expression.ColumnReference reference)) {
            return;
        }
        for (Column one : key) {
            if (one.name().equals(reference.name()) && !values.containsKey(one.name())) {
                constants(wanted, one.type()).ifPresent(found -> values.put(one.name(), found));
            }
        }
    }

    /** The values as the column has them; empty when one is no constant. Those that the column cannot hold are left out. */
    private Optional<List<Object>> constants(List<Expression> wanted, SqlType type) {
        List<Object> found = new ArrayList<>();
        for (Expression expression : wanted) {
            try {
                TypedExpression typed = compiler.compile(expression, reference -> {
                    throw new SqlException(reference.position(), "no constant");
                });
                Object value = typed.evaluate(NO_ROW);
                if (value != null && typed.type().isPresent()) {
                    Object coerced = LiteralCoercion.coerce(value, typed.type().get(), type);
                    if (coerced != null) {
                        found.add(coerced);
                    }
                }
            } catch (RuntimeException e) {
                // What is no constant of the column's type is left to the condition itself.
                return Optional.empty();
            }
        }
        return Optional.of(found);
    }

    private Optional<List<@Nullable Object[]>> combinations(Map<String, List<Object>> values) {
        List<@Nullable Object[]> all = new ArrayList<>();
        all.add(new @Nullable Object[key.size()]);
        for (int i = 0; i < key.size(); i++) {
            List<Object> ofColumn = values.getOrDefault(key.get(i).name(), List.of());
            if ((long) all.size() * ofColumn.size() > MOST_KEYS) {
                return Optional.empty();
            }
            List<@Nullable Object[]> longer = new ArrayList<>();
            for (@Nullable Object[] one : all) {
                for (Object value : ofColumn) {
                    @Nullable Object[] with = one.clone();
                    with[i] = value;
                    longer.add(with);
                }
            }
            all = longer;
        }
        return Optional.of(joined(all, List.of()));
    }
}
