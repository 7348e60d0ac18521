package io.nrtstreams.sql.plan;

import io.nrtstreams.sql.tree.Expression;
import io.nrtstreams.sql.tree.Query;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.Schema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A step of a query. Expressions name columns of the input's schema without a source, or one of the pseudo columns ROWTIME,
 * ROWPARTITION, ROWOFFSET, and for windowed inputs WINDOWSTART, WINDOWEND. The id is unique in a plan and stable: state is
 * found again by it.
 */
public sealed interface PlanNode {

    String id();

    Schema schema();

    /** Whether rows are changes of a table; else they are the records of a stream. */
    boolean isTable();

    List<PlanNode> inputs();

    /** An expression and the name of the column it fills. */
    record Named(String name, Expression expression) {}

    /**
     * The records of a topic.
     *
     * @param name of the stream or table
     * @param remembered for tables, whether the last row of each key is kept so that changes carry the row before
     */
    record Source(String id, String name, TopicLayout layout, boolean isTable, boolean remembered) implements PlanNode {
        @Override
        public Schema schema() {
            return layout.schema();
        }

        @Override
        public List<PlanNode> inputs() {
            return List.of();
        }
    }

    /** Rows that meet a condition; a table's row that no longer does is deleted. */
    record Filter(String id, PlanNode input, Expression condition) implements PlanNode {
        @Override
        public Schema schema() {
            return input.schema();
        }

        @Override
        public boolean isTable() {
            return input.isTable();
        }

        @Override
        public List<PlanNode> inputs() {
            return List.of(input);
        }
    }

    /**
     * Other value columns; the key keeps its values and order.
     *
     * @param schema names the key columns anew and gives the types of {@code values}
     */
    record Project(String id, PlanNode input, List<Named> values, Schema schema) implements PlanNode {
        @Override
        public boolean isTable() {
            return input.isTable();
        }

        @Override
        public List<PlanNode> inputs() {
            return List.of(input);
        }
    }

    /**
     * A row for each element that the table functions give, side by side, the shorter ones filled up with null.
     *
     * @param functions calls of table functions; their columns come after the input's value columns
     */
    record Explode(String id, PlanNode input, List<Named> functions, Schema schema) implements PlanNode {
        @Override
        public boolean isTable() {
            return false;
        }

        @Override
        public List<PlanNode> inputs() {
            return List.of(input);
        }
    }

    /**
     * Another key, the same columns in another order, or none. Of a table, a change becomes the deletion at the old key and
     * the insertion at the new one. A windowed key keeps its window when {@code schema} is windowed, and loses it when not.
     * A record without a value stays one.
     *
     * @param keys the new key columns, in order; none for a stream without a key
     * @param values the value columns, computed from the input before the key changes
     * @param dropNullKeys whether rows are left out of which a key column is null, as for grouping
     */
    record Rekey(String id, PlanNode input, List<Named> keys, List<Named> values, boolean dropNullKeys, Schema schema)
            implements PlanNode {
        @Override
        public boolean isTable() {
            return input.isTable();
        }

        @Override
        public List<PlanNode> inputs() {
            return List.of(input);
        }
    }

    /**
     * Aggregates by the input's key; of a table, changes are undone and applied. Rows of a stream that have no value, or no
     * key as all of its columns are null, are left out.
     *
     * <p>A window without a grace is open for late records until a day after its start: its grace is 24 hours less its size,
     * and not below 0.
     *
     * @param carried value columns that keep the value of the key's latest row, before the aggregates' columns
     * @param aggregates calls of aggregate functions over the input
     */
    record Aggregate(
            String id,
            PlanNode input,
            List<Named> carried,
            List<Named> aggregates,
            Optional<Query.Window> window,
            Query.Emit emit,
            Schema schema)
            implements PlanNode {
        @Override
        public boolean isTable() {
            return true;
        }

        @Override
        public List<PlanNode> inputs() {
            return List.of(input);
        }
    }

    /** The first row of each key, for DISTINCT; later ones are left out. Nulls in the key are values like others. */
    record Distinct(String id, PlanNode input) implements PlanNode {
        @Override
        public Schema schema() {
            return input.schema();
        }

        @Override
        public boolean isTable() {
            return false;
        }

        @Override
        public List<PlanNode> inputs() {
            return List.of(input);
        }
    }

    /** The rows of several streams of the same columns. */
    record UnionAll(String id, List<PlanNode> inputs, Schema schema) implements PlanNode {
        public UnionAll {
            inputs = List.copyOf(inputs);
        }

        @Override
        public boolean isTable() {
            return false;
        }
    }

    /**
     * A join of two inputs; the value columns are the left one's and then the right one's. The key is the one both rows have,
     * under the names of {@code schema}. Windowed keys are equal when both key and start are, of sessions the end too; the
     * result has the left one's window, or the right one's where there is no left row. A row with null in its key matches
     * none.
     */
    sealed interface Join extends PlanNode {

        PlanNode left();

        PlanNode right();

        Query.JoinType type();

        @Override
        default List<PlanNode> inputs() {
            return List.of(left(), right());
        }
    }

    /**
     * Two streams by equal keys.
     *
     * @param before how much older than the left record the right one may be
     * @param after how much younger than the left record the right one may be
     * @param grace how late records may be; absent: an outer join gives the unmatched row at once, and no record is too late
     *     until a day has passed
     */
    record StreamStreamJoin(
            String id,
            PlanNode left,
            PlanNode right,
            Query.JoinType type,
            Duration before,
            Duration after,
            Optional<Duration> grace,
            Schema schema)
            implements Join {
        @Override
        public boolean isTable() {
            return false;
        }
    }

    /**
     * A stream's records with the table's row of the same key.
     *
     * @param byEventTime whether the table's row is the one valid at the record's time, whatever the order of arrival
     */
    record StreamTableJoin(
            String id, PlanNode left, PlanNode right, Query.JoinType type, boolean byEventTime, Schema schema)
            implements Join {
        @Override
        public boolean isTable() {
            return false;
        }
    }

    /** Two tables by equal keys. */
    record TableTableJoin(String id, PlanNode left, PlanNode right, Query.JoinType type, Schema schema)
            implements Join {
        @Override
        public boolean isTable() {
            return true;
        }
    }

    /**
     * Each row of the left table with the right table's row whose key the left row names; the key is the left one's.
     *
     * @param foreignKey one expression over the left input for each key column of the right
     */
    record ForeignKeyJoin(
            String id, PlanNode left, PlanNode right, Query.JoinType type, List<Expression> foreignKey, Schema schema)
            implements Join {
        public ForeignKeyJoin {
            foreignKey = List.copyOf(foreignKey);
        }

        @Override
        public boolean isTable() {
            return true;
        }
    }

    /** A schema with the columns of two, for joins. */
    static Schema joined(List<Column> key, Schema left, Schema right, boolean windowed) {
        List<Column> value = new ArrayList<>(left.value());
        value.addAll(right.value());
        return Schema.of(key, value).withWindowed(windowed);
    }
}
