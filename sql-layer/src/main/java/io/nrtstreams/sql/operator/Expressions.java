package io.nrtstreams.sql.operator;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.expression.ExpressionCompiler;
import io.nrtstreams.sql.expression.Place;
import io.nrtstreams.sql.expression.Scope;
import io.nrtstreams.sql.expression.Scopes;
import io.nrtstreams.sql.expression.Slot;
import io.nrtstreams.sql.expression.TypedExpression;
import io.nrtstreams.sql.plan.PlanNode;
import io.nrtstreams.sql.plan.PlanNode.Named;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Expression.FunctionCall;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.Schema;
import io.nrtstreams.sql.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** The expressions of a plan, made ready to run. Thread-safe. */
public final class Expressions {

    private final ExpressionCompiler compiler;

    public Expressions(ExpressionCompiler compiler) {
        this.compiler = compiler;
    }

    TypedExpression compile(Expression expression, Schema schema) {
        return compiler.compile(expression, Scopes.of(schema));
    }

    Calculation named(String step, List<Named> columns, Schema schema, QueryLog log) {
        Scope scope = Scopes.of(schema);
        return new Calculation(
                step,
                columns.stream().map(Named::name).toList(),
                columns.stream()
                        .map(column -> compiler.compile(column.expression(), scope))
                        .toList(),
                log);
    }

    Calculation calculation(String step, List<Expression> expressions, Schema schema, QueryLog log) {
        List<Named> columns = new ArrayList<>();
        for (Expression expression : expressions) {
            columns.add(new Named("expression " + (columns.size() + 1), expression));
        }
        return named(step, columns, schema, log);
    }

    /** Whether any of the columns reads more of a row than its key and window. */
    boolean readMoreThanKey(List<Named> columns, Schema schema) {
        Scope scope = Scopes.of(schema);
        AtomicBoolean more = new AtomicBoolean();
        Scope watched = reference -> {
            Slot slot = scope.resolve(reference);
            Place place = slot.place();
            more.compareAndSet(false, place != Place.KEY && place != Place.WINDOWSTART && place != Place.WINDOWEND);
            return slot;
        };
        columns.forEach(column -> compiler.compile(column.expression(), watched));
        return more.get();
    }

    List<ExpansionCall> expansions(PlanNode.Explode explode, QueryLog log) {
        Scope scope = Scopes.of(explode.input().schema());
        List<ExpansionCall> calls = new ArrayList<>();
        for (Named function : explode.functions()) {
            ExpressionCompiler.TableCall call = compiler.expansion(call(function), scope);
            calls.add(new ExpansionCall(
                    explode.id(),
                    function.name(),
                    call.expansion(),
                    arguments(explode.id(), function, call.arguments(), log),
                    log));
        }
        return calls;
    }

    Accumulator accumulator(PlanNode.Aggregate aggregate, QueryLog log) {
        Schema input = aggregate.input().schema();
        List<AggregateCall> calls = new ArrayList<>();
        for (Named function : aggregate.aggregates()) {
            ExpressionCompiler.AggregateCall call = compiler.aggregate(call(function), Scopes.of(input));
            if (aggregate.input().isTable() && !call.aggregation().canUndo()) {
                throw new SqlException(
                        function.expression().position(),
                        call(function).name() + " cannot be undone, so it cannot aggregate a table");
            }
            Calculation arguments = arguments(aggregate.id(), function, call.arguments(), log);
            calls.add(new AggregateCall(aggregate.id(), function.name(), call.aggregation(), arguments, log));
        }
        List<SqlType> carriedTypes = aggregate.schema().value().stream()
                .limit(aggregate.carried().size())
                .map(Column::type)
                .toList();
        return new Accumulator(named(aggregate.id(), aggregate.carried(), input, log), carriedTypes, calls);
    }

    private static Calculation arguments(String step, Named function, List<TypedExpression> arguments, QueryLog log) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            names.add("argument " + (i + 1) + " of " + function.name());
        }
        return new Calculation(step, names, arguments, log);
    }

    private static FunctionCall call(Named function) {
        if (function.expression() instanceof FunctionCall call) {
            return call;
        }
        throw new IllegalArgumentException("the plan has something else than a function call for " + function.name());
    }
}
