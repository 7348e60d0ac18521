package io.nrtstreams.sql.operator;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.expression.ExpressionCompiler;
import io.nrtstreams.sql.expression.Place;
import io.nrtstreams.sql.expression.SafeExpression;
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

    SafeExpression condition(PlanNode.Filter filter, QueryLog log) {
        Scope scope = Scopes.of(filter.input().schema());
        return log.safe(filter.id(), "the condition", compiler.compile(filter.condition(), scope));
    }

    Calculation named(String step, List<Named> columns, Schema schema, QueryLog log) {
        Scope scope = Scopes.of(schema);
        return new Calculation(columns.stream()
                .map(column -> log.safe(step, column.name(), compiler.compile(column.expression(), scope)))
                .toList());
    }

    Calculation calculation(String step, List<Expression> expressions, Schema schema, QueryLog log) {
        List<Named> columns = new ArrayList<>();
        for (Expression expression : expressions) {
            columns.add(new Named("expression " + (columns.size() + 1), expression));
        }
        return named(step, columns, schema, log);
    }

    /** Whether a column reads more of a row than its key and window. */
    boolean readsMoreThanKey(Named column, Schema schema) {
        Scope scope = Scopes.of(schema);
        AtomicBoolean more = new AtomicBoolean();
        Scope watched = reference -> {
            Slot slot = scope.resolve(reference);
            Place place = slot.place();
            more.compareAndSet(false, place != Place.KEY && place != Place.WINDOWSTART && place != Place.WINDOWEND);
            return slot;
        };
        compiler.compile(column.expression(), watched);
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
        List<SafeExpression> safe = new ArrayList<>();
        for (TypedExpression argument : arguments) {
            safe.add(log.safe(step, "argument " + (safe.size() + 1) + " of " + function.name(), argument));
        }
        return new Calculation(safe);
    }

    private static FunctionCall call(Named function) {
        if (function.expression() instanceof FunctionCall call) {
            return call;
        }
        throw new IllegalArgumentException("the plan has something else than a function call for " + function.name());
    }
}
