package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.catalog.DataSource;
import io.nrtstreams.sql.plan.KeyWindow;
import io.nrtstreams.sql.plan.PlanNode;
import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.type.Column;
import java.util.List;
import java.util.Optional;

/**
 * What a FROM clause gives to the clauses after it.
 *
 * @param key the node's key columns, in order
 * @param window how the key is windowed
 * @param leading the leftmost stream or table, whose formats and partitions a sink inherits
 */
record Input(PlanNode node, Names names, List<KeyColumn> key, Optional<KeyWindow> window, DataSource leading) {

    Input {
        key = List.copyOf(key);
    }

    /**
     * A key column.
     *
     * @param named the plain columns that a SELECT may list for it
     * @param equal the plain expressions that always have its value
     */
    record KeyColumn(Column column, List<Expression> named, List<Expression> equal) {

        KeyColumn {
            named = List.copyOf(named);
            equal = List.copyOf(equal);
        }

        static KeyColumn of(Column column) {
            List<Expression> itself = List.of(PlainColumns.reference(column.name()));
            return new KeyColumn(column, itself, itself);
        }
    }

    boolean isTable() {
        return node.isTable();
    }

    Input withNode(PlanNode other) {
        return new Input(other, names, key, window, leading);
    }

    /** Whether the rows already have these expressions as their key, in this order. */
    boolean isKeyedBy(List<Expression> expressions) {
        if (key.size() != expressions.size() || key.isEmpty()) {
            return false;
        }
        for (int i = 0; i < key.size(); i++) {
            if (!key.get(i).equal().contains(expressions.get(i))) {
                return false;
            }
        }
        return true;
    }
}
