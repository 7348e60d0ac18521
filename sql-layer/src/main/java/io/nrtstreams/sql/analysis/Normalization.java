package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.expression.TypeResolver;
import io.nrtstreams.sql.model.Prediction;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Expression.Cast;
import io.nrtstreams.sql.tree.Expression.ColumnReference;
import io.nrtstreams.sql.tree.Expression.FunctionCall;
import io.nrtstreams.sql.tree.Query;
import io.nrtstreams.sql.tree.Query.Relation;
import io.nrtstreams.sql.tree.Query.SelectItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes a query in one way: names of functions in upper case, so that equal expressions are equal, and types made by CREATE
 * TYPE written out, so that a plan keeps its meaning when the type is dropped; and the models that PREDICT names as texts, since
 * they are no columns.
 */
final class Normalization {

    private final TypeResolver types;

    Normalization(TypeResolver types) {
        this.types = types;
    }

    Query apply(Query query) {
        return new Query(
                query.position(),
                query.distinct(),
                query.select().stream().map(this::item).toList(),
                relation(query.from()),
                query.window(),
                query.where().map(this::expression),
                all(query.groupBy()),
                all(query.partitionBy()),
                query.having().map(this::expression),
                query.unionAll().stream().map(this::apply).toList(),
                query.orderBy(),
                query.emit(),
                query.limit());
    }

    private SelectItem item(SelectItem item) {
        if (item instanceof SelectItem.AllFields fields) {
            return new SelectItem.AllFields(fields.position(), expression(fields.struct()));
        } else if (item instanceof SelectItem.Single single) {
            return new SelectItem.Single(single.position(), expression(single.expression()), single.alias());
        }
        return item;
    }

    private Relation relation(Relation relation) {
        if (relation instanceof Relation.SubQuery subQuery) {
            return new Relation.SubQuery(subQuery.position(), apply(subQuery.query()), subQuery.alias());
        } else if (relation instanceof Relation.Join join) {
            return new Relation.Join(
                    join.position(),
                    join.type(),
                    relation(join.left()),
                    relation(join.right()),
                    join.within(),
                    expression(join.condition()));
        }
        return relation;
    }

    private List<Expression> all(List<Expression> expressions) {
        return expressions.stream().map(this::expression).toList();
    }

    private Expression expression(Expression expression) {
        return ExpressionTree.replace(expression, part -> {
            if (part instanceof FunctionCall call && !isUpperCase(call.name())) {
                return expression(
                        new FunctionCall(call.position(), call.name().toUpperCase(Locale.ROOT), call.arguments()));
            }
            Optional<String> model = Prediction.model(part);
            if (model.isPresent() && ((FunctionCall) part).arguments().get(0) instanceof ColumnReference) {
                return expression(named((FunctionCall) part, model.get()));
            }
            if (part instanceof Cast cast) {
                return new Cast(
                        cast.position(),
                        expression(cast.operand()),
                        TypeNames.of(types.resolve(cast.type()), cast.type().position()));
            }
            return null;
        });
    }

    private static FunctionCall named(FunctionCall prediction, String model) {
        List<Expression> arguments = new ArrayList<>(prediction.arguments());
        arguments.set(0, new Expression.Literal(arguments.get(0).position(), model));
        return new FunctionCall(prediction.position(), prediction.name(), arguments);
    }

    private static boolean isUpperCase(String name) {
        return name.equals(name.toUpperCase(Locale.ROOT));
    }
}
