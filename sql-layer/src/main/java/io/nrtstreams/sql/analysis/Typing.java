package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.function.FunctionKind;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Expression.FunctionCall;
import io.nrtstreams.sql.type.Schema;
import io.nrtstreams.sql.type.SqlType;
import java.util.Optional;

/** What planning asks of expressions and functions. Each refuses with a {@link io.nrtstreams.sql.SqlException}. */
interface Typing {

    /** The type of an expression over rows of the schema; empty for the untyped NULL. */
    Optional<SqlType> type(Expression expression, Schema schema);

    FunctionKind kind(FunctionCall call);

    /** What an aggregate function gives; over a table it must be able to take rows back. */
    SqlType aggregate(FunctionCall call, Schema schema, boolean overTable);

    /** The type of a table function's elements. */
    SqlType element(FunctionCall call, Schema schema);
}
