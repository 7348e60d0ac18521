package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.type.Schema;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import java.util.Optional;

/** What can be a condition. */
final class Conditions {

    private Conditions() {}

    static void requireBoolean(Typing typing, Expression condition, Schema schema, String clause, Position position) {
        Optional<SqlType> type = typing.type(condition, schema);
        if (!type.equals(Optional.of(SqlTypes.BOOLEAN))) {
            throw new SqlException(
                    position,
                    "The condition of " + clause + " must be a BOOLEAN, and this is "
                            + type.map(SqlType::toString).orElse("NULL") + ". Compare it with something.");
        }
    }
}
