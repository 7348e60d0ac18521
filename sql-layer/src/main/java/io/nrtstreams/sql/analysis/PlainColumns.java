package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.plan.PlanNode.Named;
import io.nrtstreams.sql.tree.Expression.ColumnReference;
import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.type.Column;
import java.util.List;
import java.util.Optional;

/** References to columns of a plan's node. */
final class PlainColumns {

    private PlainColumns() {}

    static ColumnReference reference(String name) {
        return new ColumnReference(Position.NONE, Optional.empty(), name);
    }

    /** Each column as it is. */
    static List<Named> copies(List<Column> columns) {
        return columns.stream()
                .map(column -> new Named(column.name(), reference(column.name())))
                .toList();
    }
}
