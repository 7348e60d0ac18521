package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.function.FunctionKind;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Expression.FunctionCall;
import java.util.ArrayList;
import java.util.List;

/** Finds calls of aggregate and table functions, and refuses them where they make no sense. */
record Calls(Typing typing) {

    boolean isOf(Expression expression, FunctionKind kind) {
        return expression instanceof FunctionCall call && typing.kind(call) == kind;
    }

    /** The outermost calls of this kind, in the order of the text. */
    List<FunctionCall> outermost(Expression expression, FunctionKind kind) {
        List<FunctionCall> found = new ArrayList<>();
        var unused = ExpressionTree.replace(expression, part -> {
            if (isOf(part, kind)) {
                found.add((FunctionCall) part);
                return part;
            }
            return null;
        });
        return found;
    }

    /** Refuses aggregate and table functions in a clause. */
    void refuseRowFunctions(Expression expression, String clause) {
        for (FunctionCall call : outermost(expression, FunctionKind.AGGREGATE)) {
            String remedy = clause.equals("WHERE") ? " To filter groups, use HAVING." : "";
            throw new SqlException(
                    call.position(),
                    "The aggregate function " + call.name() + " cannot stand in " + clause + "." + remedy);
        }
        for (FunctionCall call : outermost(expression, FunctionKind.TABLE)) {
            throw new SqlException(
                    call.position(),
                    "The table function " + call.name() + " cannot stand in " + clause
                            + ", only in SELECT. Select it in a sub-query or a stream of its own first.");
        }
    }

    /** Refuses a call of this kind among the arguments of the call. */
    void refuseNested(FunctionCall call, FunctionKind kind, String what) {
        for (Expression argument : call.arguments()) {
            for (FunctionCall inner : outermost(argument, kind)) {
                throw new SqlException(
                        inner.position(),
                        "The " + what + " function " + inner.name() + " cannot be an argument of " + call.name()
                                + ". Compute it in a query of its own first.");
            }
        }
    }
}
