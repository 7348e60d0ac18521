package io.nrtstreams.sql.expression;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Expression.ComparisonOperator;
import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.type.SqlType.Base;
import io.nrtstreams.sql.type.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Conditions, and CASE, which chooses by them. */
final class ConditionCompiler {

    private final Compilation compilation;
    private final Variables variables;

    ConditionCompiler(Compilation compilation, Variables variables) {
        this.compilation = compilation;
        this.variables = variables;
    }

    /** Null only where a BOOLEAN value is null and the other side does not decide. */
    Compiled logical(Expression.Logical expression) {
        Evaluator left = condition(expression.left(), expression.operator().name());
        Evaluator right = condition(expression.right(), expression.operator().name());
        boolean decisive = expression.operator() == Expression.LogicalOperator.OR;
        return Compiled.of(SqlTypes.BOOLEAN, (row, frame) -> {
            Boolean one = (Boolean) left.evaluate(row, frame);
            if (one != null && one == decisive) {
                return one;
            }
            Boolean other = (Boolean) right.evaluate(row, frame);
            return (other == null || other == decisive) ? other : one;
        });
    }

    Compiled not(Expression.Not expression) {
        Evaluator operand = condition(expression.operand(), "NOT");
        return Compiled.of(SqlTypes.BOOLEAN, operand.then(value -> !(Boolean) value));
    }

    private Evaluator condition(Expression expression, String where) {
        Compiled compiled = compilation.compile(expression, variables);
        if (!compiled.isNull() && !compiled.is(Base.BOOLEAN)) {
            throw new SqlException(expression.position(), where + " needs a BOOLEAN, not " + compiled.typeText() + ".");
        }
        return compiled.evaluator();
    }

    Compiled isNull(Expression.IsNull expression) {
        Evaluator operand = compilation.compile(expression.operand(), variables).evaluator();
        boolean wanted = !expression.negated();
        return Compiled.of(SqlTypes.BOOLEAN, (row, frame) -> (operand.evaluate(row, frame) == null) == wanted);
    }

    Compiled between(Expression.Between expression) {
        Compiled operand = compilation.compile(expression.operand(), variables);
        Evaluator above =
                compare(expression.position(), ComparisonOperator.GREATER_OR_EQUAL, operand, expression.low());
        Evaluator below = compare(expression.position(), ComparisonOperator.LESS_OR_EQUAL, operand, expression.high());
        boolean negated = expression.negated();
        return Compiled.of(
                SqlTypes.BOOLEAN,
                (row, frame) -> (isTrue(above.evaluate(row, frame)) && isTrue(below.evaluate(row, frame))) != negated);
    }

    private Evaluator compare(Position position, ComparisonOperator operator, Compiled operand, Expression other) {
        return ComparisonCompiler.compile(position, operator, operand, compilation.compile(other, variables))
                .evaluator();
    }

    Compiled in(Expression.In expression) {
        List<Expression> all = new ArrayList<>();
        all.add(expression.operand());
        all.addAll(expression.values());
        Optional<Members> members = Members.unify(compilation, variables, "what IN compares", all);
        boolean negated = expression.negated();
        if (members.isEmpty()) {
            return Compiled.of(SqlTypes.BOOLEAN, new Evaluator.Constant(negated));
        }
        List<Compiled> converted = members.get().converted();
        Evaluator[] equals = converted.subList(1, converted.size()).stream()
                .map(value -> ComparisonCompiler.compile(
                                expression.position(), ComparisonOperator.EQUAL, converted.get(0), value)
                        .evaluator())
                .toArray(Evaluator[]::new);
        return Compiled.of(SqlTypes.BOOLEAN, (row, frame) -> {
            for (Evaluator equal : equals) {
                if (isTrue(equal.evaluate(row, frame))) {
                    return !negated;
                }
            }
            return negated;
        });
    }

    Compiled like(Expression.Like expression) {
        Evaluator text = text(expression.operand());
        Evaluator pattern = text(expression.pattern());
        boolean negated = expression.negated();
        Optional<Character> escape = expression.escape();
        if (pattern instanceof Evaluator.Constant constant) {
            LikePattern fixed = LikePattern.of((String) constant.value(), escape);
            return Compiled.of(SqlTypes.BOOLEAN, (row, frame) -> {
                String value = (String) text.evaluate(row, frame);
                return (value != null && fixed.matches(value)) != negated;
            });
        }
        return Compiled.of(SqlTypes.BOOLEAN, (row, frame) -> {
            String value = (String) text.evaluate(row, frame);
            String wanted = (String) pattern.evaluate(row, frame);
            boolean matches = value != null
                    && wanted != null
                    && LikePattern.of(wanted, escape).matches(value);
            return matches != negated;
        });
    }

    private Evaluator text(Expression expression) {
        Compiled compiled = compilation.compile(expression, variables);
        if (!compiled.isNull() && !compiled.is(Base.STRING)) {
            throw new SqlException(expression.position(), "LIKE compares STRING, not " + compiled.typeText() + ".");
        }
        return compiled.evaluator();
    }

    Compiled choice(Expression.Case expression) {
        List<Expression> results = new ArrayList<>();
        expression.whens().forEach(when -> results.add(when.result()));
        expression.otherwise().ifPresent(results::add);
        Members members = Members.unify(compilation, variables, "The results of CASE", results)
                .orElseThrow(() -> new SqlException(
                        expression.position(),
                        "The results of CASE must not all be NULL; write CAST(NULL AS …) once."));
        Evaluator[] conditions = conditions(expression);
        Evaluator[] values =
                members.converted().stream().map(Compiled::evaluator).toArray(Evaluator[]::new);
        return Compiled.of(members.type(), choice(conditions, values));
    }

    private static Evaluator choice(Evaluator[] conditions, Evaluator[] values) {
        return (row, frame) -> {
            for (int i = 0; i < conditions.length; i++) {
                if (isTrue(conditions[i].evaluate(row, frame))) {
                    return values[i].evaluate(row, frame);
                }
            }
            return values.length > conditions.length ? values[conditions.length].evaluate(row, frame) : null;
        };
    }

    private Evaluator[] conditions(Expression.Case expression) {
        Optional<Compiled> operand = expression.operand().map(one -> compilation.compile(one, variables));
        return expression.whens().stream()
                .map(when -> operand.isPresent()
                        ? compare(expression.position(), ComparisonOperator.EQUAL, operand.get(), when.condition())
                        : condition(when.condition(), "WHEN"))
                .toArray(Evaluator[]::new);
    }

    private static boolean isTrue(@Nullable Object value) {
        return value instanceof Boolean truth && truth;
    }
}
