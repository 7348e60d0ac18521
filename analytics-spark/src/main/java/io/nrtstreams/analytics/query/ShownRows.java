package io.nrtstreams.analytics.query;

import io.nrtstreams.analytics.sql.ResultHeader.ResultColumn;
import io.nrtstreams.analytics.sql.ResultRow;
import io.nrtstreams.sql.plan.PlanNode;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.row.Window;
import io.nrtstreams.sql.tree.Expression.ColumnReference;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a plan as its reader sees them: the root's value columns, and of a deletion what its key tells of them. */
final class ShownRows {

    private static final int UNKNOWN = -1;
    private static final int WINDOW_START = -2;
    private static final int WINDOW_END = -3;

    private final List<ResultColumn> columns;
    private final boolean isTable;
    /** For each column what of the key it shows: the index of a key column, or one of the constants. */
    private final int[] ofKey;

    ShownRows(PlanNode root) {
        Schema schema = root.schema();
        this.columns = schema.value().stream()
                .map(column -> new ResultColumn(column.name(), column.type(), false))
                .toList();
        this.isTable = root.isTable();
        this.ofKey = new int[columns.size()];
        for (int i = 0; i < ofKey.length; i++) {
            ofKey[i] = ofKey(root, schema, i);
        }
    }

    private static int ofKey(PlanNode root, Schema schema, int index) {
        String name = schema.value().get(index).name();
        int key = schema.key().stream().map(Column::name).toList().indexOf(name);
        if (key >= 0 || !schema.windowed()) {
            return key >= 0 ? key : UNKNOWN;
        }
        String source = root instanceof PlanNode.Project project
                        && project.values().get(index).expression() instanceof ColumnReference column
                ? column.name()
                : name;
        return source.equals("WINDOWSTART") ? WINDOW_START : source.equals("WINDOWEND") ? WINDOW_END : UNKNOWN;
    }

    List<ResultColumn> columns() {
        return columns;
    }

    /** Adds what is shown of a row; nothing of a stream's record that has no value. */
    void add(Row row, List<ResultRow> out) {
        @Nullable Object[] value = row.value();
        if (value != null) {
            out.add(new ResultRow(Collections.unmodifiableList(Arrays.asList(value)), false));
        } else if (isTable) {
            out.add(new ResultRow(Collections.unmodifiableList(deleted(row)), true));
        }
    }

    private List<@Nullable Object> deleted(Row row) {
        Window window = row.window();
        List<@Nullable Object> values = new ArrayList<>(ofKey.length);
        for (int source : ofKey) {
            if (source >= 0) {
                values.add(row.key()[source]);
            } else if (source == UNKNOWN || window == null) {
                values.add(null);
            } else {
                values.add(source == WINDOW_START ? window.start() : window.end());
            }
        }
        return values;
    }
}
