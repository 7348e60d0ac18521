package io.nrtstreams.sql.expression;

import io.nrtstreams.sql.tree.Expression.ColumnReference;

/** What a column reference means. */
@FunctionalInterface
public interface Scope {

    /**
     * Where the column is.
     *
     * @throws io.nrtstreams.sql.SqlException when there is no such column, or more than one; the message suggests near names
     */
    Slot resolve(ColumnReference column);
}
