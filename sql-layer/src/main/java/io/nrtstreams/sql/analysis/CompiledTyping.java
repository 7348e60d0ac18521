package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.catalog.Catalog;
import io.nrtstreams.sql.expression.ExpressionCompiler;
import io.nrtstreams.sql.expression.Scopes;
import io.nrtstreams.sql.function.Aggregation;
import io.nrtstreams.sql.function.FunctionKind;
import io.nrtstreams.sql.function.FunctionRegistry;
import io.nrtstreams.sql.model.Prediction;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Expression.FunctionCall;
import io.nrtstreams.sql.type.Schema;
import io.nrtstreams.sql.type.SqlType;
import java.util.Optional;

/** Asks the compiler that makes expressions run, so that what is planned can run. */
final class CompiledTyping implements Typing {

    private final FunctionRegistry functions;
    private final ExpressionCompiler compiler;

    CompiledTyping(FunctionRegistry functions, Catalog catalog) {
        this.functions = functions;
        this.compiler = new ExpressionCompiler(functions, catalog.types(), catalog.models());
    }

    @Override
    public Optional<SqlType> type(Expression expression, Schema schema) {
        return compiler.compile(expression, Scopes.of(schema)).type();
    }

    @Override
    public FunctionKind kind(FunctionCall call) {
        return Prediction.is(call.name()) ? FunctionKind.SCALAR : functions.kind(call.position(), call.name());
    }

    @Override
    public SqlType aggregate(FunctionCall call, Schema schema, boolean overTable) {
        Aggregation aggregation = compiler.aggregate(call, Scopes.of(schema)).aggregation();
        if (overTable && !aggregation.canUndo()) {
            throw new SqlException(
                    call.position(),
                    "The aggregate function " + call.name()
                            + " cannot take back a row that a table changes. Use another, "
                            + "such as COUNT, SUM, AVG or COLLECT_LIST, or aggregate a stream of the same topic.");
        }
        return aggregation.resultType();
    }

    @Override
    public SqlType element(FunctionCall call, Schema schema) {
        return compiler.expansion(call, Scopes.of(schema)).expansion().elementType();
    }
}
