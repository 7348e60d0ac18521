package io.nrtstreams.sql.expression;

import static io.nrtstreams.sql.type.SqlTypes.BIGINT;
import static io.nrtstreams.sql.type.SqlTypes.INTEGER;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.Suggestions;
import io.nrtstreams.sql.tree.Expression.ColumnReference;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes scopes. */
public final class Scopes {

    private static final Map<String, Slot> OF_EVERY_ROW = Map.of(
            "ROWTIME", new Slot(Place.ROWTIME, 0, BIGINT),
            "ROWPARTITION", new Slot(Place.ROWPARTITION, 0, INTEGER),
            "ROWOFFSET", new Slot(Place.ROWOFFSET, 0, BIGINT));

    private static final Map<String, Slot> OF_WINDOWED_ROWS = Map.of(
            "WINDOWSTART", new Slot(Place.WINDOWSTART, 0, BIGINT),
            "WINDOWEND", new Slot(Place.WINDOWEND, 0, BIGINT));

    private Scopes() {}

    /**
     * The columns of a schema and the pseudo columns, without a source, as the steps of a plan name them. A column that is
     * called like a pseudo column goes first.
     */
    public static Scope of(Schema schema) {
        Map<String, Slot> slots = new HashMap<>(OF_EVERY_ROW);
        if (schema.windowed()) {
            slots.putAll(OF_WINDOWED_ROWS);
        }
        for (int i = 0; i < schema.headers().size(); i++) {
            Schema.HeaderColumn header = schema.headers().get(i);
            slots.put(
                    header.column().name(),
                    new Slot(Place.HEADER, i, header.column().type(), header.header()));
        }
        addAll(slots, schema.value(), Place.VALUE);
        addAll(slots, schema.key(), Place.KEY);
        Map<String, Slot> known = Map.copyOf(slots);
        return column -> find(known, column);
    }

    /** No columns at all, for expressions of constants such as those of INSERT VALUES. */
    public static Scope none() {
        return column -> {
            throw new SqlException(
                    column.position(), "The column " + column.name() + " cannot stand here, only constants can.");
        };
    }

    private static void addAll(Map<String, Slot> slots, List<Column> columns, Place place) {
        for (int i = 0; i < columns.size(); i++) {
            slots.put(columns.get(i).name(), new Slot(place, i, columns.get(i).type()));
        }
    }

    private static Slot find(Map<String, Slot> slots, ColumnReference column) {
        if (column.source().isPresent()) {
            throw new SqlException(
                    column.position(),
                    "There is no source " + column.source().get() + " here; name the column " + column.name()
                            + " without one.");
        }
        Slot slot = slots.get(column.name());
        if (slot == null) {
            throw new SqlException(
                    column.position(),
                    "There is no column " + column.name() + "."
                            + Suggestions.didYouMean(column.name(), slots.keySet()));
        }
        return slot;
    }
}
