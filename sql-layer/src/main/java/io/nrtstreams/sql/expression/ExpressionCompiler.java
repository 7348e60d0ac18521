package io.nrtstreams.sql.expression;

import io.nrtstreams.sql.function.Aggregation;
import io.nrtstreams.sql.function.Expansion;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.model.Models;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.TypeName;
import io.nrtstreams.sql.type.SqlType;
import java.util.List;
import java.util.Map;

/** Types expressions and makes closures of them. Immutable and thread-safe. */
public final class ExpressionCompiler {

    private final FunctionRegistry functions;
    private final TypeResolver types;
    private final Models models;

    /** A compiler that knows these functions, and types made by CREATE TYPE, and no models. */
    public ExpressionCompiler(FunctionRegistry functions, Map<String, SqlType> typeAliases) {
        this(functions, typeAliases, Models.NONE);
    }

    /** A compiler that knows these functions, types made by CREATE TYPE, and the models that PREDICT may ask. */
    public ExpressionCompiler(FunctionRegistry functions, Map<String, SqlType> typeAliases, Models models) {
        this.functions = functions;
        this.types = new TypeResolver(typeAliases);
        this.models = models;
    }

    /**
     * An expression over the columns of a scope.
     *
     * @throws io.nrtstreams.sql.SqlException when a column, function or type is not known, types do not fit, or an aggregate
     *     or table function is called
     */
    public TypedExpression compile(Expression expression, Scope scope) {
        return compilation(scope).compile(expression);
    }

    /**
     * A call of an aggregate function over the columns of a scope.
     *
     * @throws io.nrtstreams.sql.SqlException as {@link #compile}, and when another kind of function is called
     */
    public AggregateCall aggregate(Expression.FunctionCall call, Scope scope) {
        return new CallCompiler(compilation(scope), functions).aggregate(call);
    }

    /**
     * A call of a table function over the columns of a scope.
     *
     * @throws io.nrtstreams.sql.SqlException as {@link #compile}, and when another kind of function is called
     */
    public TableCall expansion(Expression.FunctionCall call, Scope scope) {
        return new CallCompiler(compilation(scope), functions).expansion(call);
    }

    /**
     * The type that a name means.
     *
     * @throws io.nrtstreams.sql.SqlException when it means none
     */
    public SqlType resolve(TypeName name) {
        return types.resolve(name);
    }

    private Compilation compilation(Scope scope) {
        return new Compilation(functions, types, models, scope);
    }

    /**
     * A call of an aggregate function.
     *
     * @param arguments what to give {@link Aggregation#add} for each row
     */
    public record AggregateCall(Aggregation aggregation, List<TypedExpression> arguments) {
        public AggregateCall {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * A call of a table function.
     *
     * @param arguments what to give {@link Expansion#expand} for each row
     */
    public record TableCall(Expansion expansion, List<TypedExpression> arguments) {
        public TableCall {
            arguments = List.copyOf(arguments);
        }
    }
}
