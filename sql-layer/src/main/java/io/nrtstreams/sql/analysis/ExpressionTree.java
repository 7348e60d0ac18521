package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Expression.Arithmetic;
import io.nrtstreams.sql.tree.Expression.ArrayConstructor;
import io.nrtstreams.sql.tree.Expression.Between;
import io.nrtstreams.sql.tree.Expression.Case;
import io.nrtstreams.sql.tree.Expression.Cast;
import io.nrtstreams.sql.tree.Expression.ColumnReference;
import io.nrtstreams.sql.tree.Expression.Comparison;
import io.nrtstreams.sql.tree.Expression.Dereference;
import io.nrtstreams.sql.tree.Expression.Entry;
import io.nrtstreams.sql.tree.Expression.FieldValue;
import io.nrtstreams.sql.tree.Expression.FunctionCall;
import io.nrtstreams.sql.tree.Expression.In;
import io.nrtstreams.sql.tree.Expression.IsNull;
import io.nrtstreams.sql.tree.Expression.Lambda;
import io.nrtstreams.sql.tree.Expression.Like;
import io.nrtstreams.sql.tree.Expression.Logical;
import io.nrtstreams.sql.tree.Expression.MapConstructor;
import io.nrtstreams.sql.tree.Expression.Negation;
import io.nrtstreams.sql.tree.Expression.Not;
import io.nrtstreams.sql.tree.Expression.StructConstructor;
import io.nrtstreams.sql.tree.Expression.Subscript;
import io.nrtstreams.sql.tree.Expression.When;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Walks over expressions. A variable of a lambda is never taken for a column. */
final class ExpressionTree {

    private ExpressionTree() {}

    /**
     * The expression with other parts.
     *
     * @param replacement what stands in for a part, whose own parts are then left as they are; null to look at its parts
     */
    static Expression replace(Expression expression, Function<Expression, @Nullable Expression> replacement) {
        return new Replacing(replacement, Set.of()).apply(expression);
    }

    /** Every part from the outside in, the whole first, without variables of lambdas. */
    static void visit(Expression expression, Consumer<Expression> visitor) {
        var unused = replace(expression, part -> {
            visitor.accept(part);
            return null;
        });
    }

    /** The columns that are named, in the order of the text. */
    static List<ColumnReference> columns(Expression expression) {
        List<ColumnReference> found = new ArrayList<>();
        visit(expression, part -> {
            if (part instanceof ColumnReference column) {
                found.add(column);
            }
        });
        return found;
    }

    private record Replacing(Function<Expression, @Nullable Expression> replacement, Set<String> variables)
            implements UnaryOperator<Expression> {

        @Override
        public Expression apply(Expression expression) {
            if (isVariable(expression)) {
                return expression;
            }
            Expression replaced = namesVariable(expression) ? null : replacement.apply(expression);
            return replaced != null ? replaced : withParts(expression);
        }

        private boolean isVariable(Expression expression) {
            return expression instanceof ColumnReference column
                    && column.source().isEmpty()
                    && variables.contains(column.name());
        }

        /** A part that depends on a variable has no meaning outside its lambda, so nothing can stand in for it. */
        private boolean namesVariable(Expression expression) {
            return !variables.isEmpty()
                    && !(expression instanceof FunctionCall)
                    && columns(expression).stream().anyMatch(this::isVariable);
        }

        private Expression withParts(Expression expression) {
            if (expression instanceof Lambda lambda) {
                Set<String> inner = new HashSet<>(variables);
                inner.addAll(lambda.parameters());
                return new Lambda(
                        lambda.position(), lambda.parameters(), new Replacing(replacement, inner).apply(lambda.body()));
            }
            return mapParts(expression, this);
        }
    }

    private static Expression mapParts(Expression expression, UnaryOperator<Expression> f) {
        if (expression instanceof Dereference e) {
            return new Dereference(e.position(), f.apply(e.base()), e.field());
        } else if (expression instanceof Subscript e) {
            return new Subscript(e.position(), f.apply(e.base()), f.apply(e.index()));
        } else if (expression instanceof FunctionCall e) {
            return new FunctionCall(e.position(), e.name(), all(e.arguments(), f));
        } else if (expression instanceof Arithmetic e) {
            return new Arithmetic(e.position(), e.operator(), f.apply(e.left()), f.apply(e.right()));
        } else if (expression instanceof Negation e) {
            return new Negation(e.position(), f.apply(e.operand()));
        } else if (expression instanceof Comparison e) {
            return new Comparison(e.position(), e.operator(), f.apply(e.left()), f.apply(e.right()));
        } else if (expression instanceof Logical e) {
            return new Logical(e.position(), e.operator(), f.apply(e.left()), f.apply(e.right()));
        } else if (expression instanceof Not e) {
            return new Not(e.position(), f.apply(e.operand()));
        } else if (expression instanceof IsNull e) {
            return new IsNull(e.position(), f.apply(e.operand()), e.negated());
        } else if (expression instanceof Between e) {
            return new Between(e.position(), f.apply(e.operand()), f.apply(e.low()), f.apply(e.high()), e.negated());
        } else if (expression instanceof In e) {
            return new In(e.position(), f.apply(e.operand()), all(e.values(), f), e.negated());
        } else if (expression instanceof Like e) {
            return new Like(e.position(), f.apply(e.operand()), f.apply(e.pattern()), e.escape(), e.negated());
        } else if (expression instanceof Cast e) {
            return new Cast(e.position(), f.apply(e.operand()), e.type());
        } else if (expression instanceof Case e) {
            return mapCase(e, f);
        }
        return mapConstructor(expression, f);
    }

    private static Expression mapConstructor(Expression expression, UnaryOperator<Expression> f) {
        if (expression instanceof ArrayConstructor e) {
            return new ArrayConstructor(e.position(), all(e.elements(), f));
        } else if (expression instanceof MapConstructor e) {
            List<Entry> entries = new ArrayList<>();
            e.entries().forEach(entry -> entries.add(new Entry(f.apply(entry.key()), f.apply(entry.value()))));
            return new MapConstructor(e.position(), entries);
        } else if (expression instanceof StructConstructor e) {
            List<FieldValue> fields = new ArrayList<>();
            e.fields().forEach(field -> fields.add(new FieldValue(field.name(), f.apply(field.value()))));
            return new StructConstructor(e.position(), fields);
        }
        return expression;
    }

    private static Expression mapCase(Case e, UnaryOperator<Expression> f) {
        Optional<Expression> operand = e.operand().map(f);
        List<When> whens = new ArrayList<>();
        e.whens().forEach(when -> whens.add(new When(f.apply(when.condition()), f.apply(when.result()))));
        return new Case(e.position(), operand, whens, e.otherwise().map(f));
    }

    private static List<Expression> all(List<Expression> expressions, UnaryOperator<Expression> f) {
        List<Expression> mapped = new ArrayList<>();
        expressions.forEach(expression -> mapped.add(f.apply(expression)));
        return mapped;
    }
}
