package io.nrtstreams.sql.expression;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.conversion.Casts;
import io.nrtstreams.sql.conversion.Conversion;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.model.Models;
import io.nrtstreams.sql.model.Prediction;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.type.SqlType;

/** Compiles expressions over one scope. */
final class Compilation {

    private final FunctionRegistry functions;
    private final TypeResolver types;
    private final Models models;
    private final Scope scope;

    Compilation(FunctionRegistry functions, TypeResolver types, Models models, Scope scope) {
        this.functions = functions;
        this.types = types;
        this.models = models;
        this.scope = scope;
    }

    Compiled compile(Expression expression) {
        return compile(expression, Variables.NONE);
    }

    /** The expression inside lambdas with these parameters. */
    Compiled compile(Expression expression, Variables variables) {
        if (expression instanceof Expression.ColumnReference column) {
            return column(column, variables);
        } else if (expression instanceof Expression.Literal literal) {
            return Literals.compile(literal);
        } else if (expression instanceof Expression.FunctionCall call) {
            return Prediction.is(call.name())
                    ? new PredictionCompiler(this, models).compile(call, variables)
                    : new CallCompiler(this, functions).scalar(call, variables);
        } else if (expression instanceof Expression.Arithmetic arithmetic) {
            return new ArithmeticCompiler(variables)
                    .binary(arithmetic, compile(arithmetic.left(), variables), compile(arithmetic.right(), variables));
        } else if (expression instanceof Expression.Negation negation) {
            return ArithmeticCompiler.negation(negation, compile(negation.operand(), variables));
        } else if (expression instanceof Expression.Comparison comparison) {
            return ComparisonCompiler.compile(
                    comparison, compile(comparison.left(), variables), compile(comparison.right(), variables));
        } else if (expression instanceof Expression.Cast cast) {
            return cast(cast, compile(cast.operand(), variables));
        }
        return compileCondition(expression, variables);
    }

    private Compiled compileCondition(Expression expression, Variables variables) {
        ConditionCompiler conditions = new ConditionCompiler(this, variables);
        if (expression instanceof Expression.Logical logical) {
            return conditions.logical(logical);
        } else if (expression instanceof Expression.Not not) {
            return conditions.not(not);
        } else if (expression instanceof Expression.IsNull isNull) {
            return conditions.isNull(isNull);
        } else if (expression instanceof Expression.Between between) {
            return conditions.between(between);
        } else if (expression instanceof Expression.In in) {
            return conditions.in(in);
        } else if (expression instanceof Expression.Like like) {
            return conditions.like(like);
        } else if (expression instanceof Expression.Case choice) {
            return conditions.choice(choice);
        }
        return compileNested(expression, variables);
    }

    private Compiled compileNested(Expression expression, Variables variables) {
        NestedCompiler nested = new NestedCompiler(this, variables);
        if (expression instanceof Expression.Dereference dereference) {
            return nested.dereference(dereference);
        } else if (expression instanceof Expression.Subscript subscript) {
            return nested.subscript(subscript);
        } else if (expression instanceof Expression.ArrayConstructor array) {
            return nested.array(array);
        } else if (expression instanceof Expression.MapConstructor map) {
            return nested.map(map);
        } else if (expression instanceof Expression.StructConstructor struct) {
            return nested.struct(struct);
        } else if (expression instanceof Expression.Lambda) {
            throw new SqlException(expression.position(), "A lambda can stand only as an argument of a function.");
        }
        throw new SqlException(
                expression.position(),
                "A unit of time can stand only as an argument of a function of dates and times.");
    }

    private Compiled column(Expression.ColumnReference column, Variables variables) {
        if (column.source().isEmpty()) {
            return variables.find(column.name()).orElseGet(() -> ColumnReader.of(scope.resolve(column)));
        }
        return ColumnReader.of(scope.resolve(column));
    }

    private Compiled cast(Expression.Cast cast, Compiled operand) {
        SqlType target = types.resolve(cast.type());
        if (operand.isNull()) {
            return Compiled.of(target, Evaluator.NULL);
        }
        SqlType given = operand.type().orElseThrow();
        Conversion conversion = Casts.conversion(given, target)
                .orElseThrow(() -> new SqlException(cast.position(), given + " cannot be CAST to " + target + "."));
        return Compiled.of(target, operand.evaluator().then(conversion));
    }
}
