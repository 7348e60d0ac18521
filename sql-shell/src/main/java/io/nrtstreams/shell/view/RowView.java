package io.nrtstreams.shell.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nrtstreams.shell.client.Column;
import io.nrtstreams.shell.client.QueryEvent.Row;
import io.nrtstreams.shell.text.Cells;
import io.nrtstreams.shell.text.Screen;
import io.nrtstreams.shell.text.TableLayout;
import io.nrtstreams.shell.text.TableLayout.Heading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of a query on a screen, as they come. Widths are settled by the first rows, which are shown together. */
public final class RowView {

    private static final String NULL = "null";
    private static final String DELETED = "<deleted>";

    private final Screen screen;
    private final List<Column> columns;
    private Optional<TableLayout> layout = Optional.empty();

    public RowView(Screen screen, List<Column> columns) {
        this.screen = screen;
        this.columns = List.copyOf(columns);
    }

    /**
     * Shows rows; the first call, which may be without any, shows the headings.
     *
     * @param isAll whether no others follow, so that columns need no room for them
     */
    public void show(List<Row> rows, boolean isAll) {
        List<List<String>> cells = rows.stream().map(this::cells).toList();
        if (layout.isEmpty()) {
            TableLayout fitting = TableLayout.fitting(headings(isAll), cells, screen.width());
            screen.lines(Screen.Kind.HEAD, fitting.head());
            layout = Optional.of(fitting);
        }
        TableLayout settled = layout.get();
        for (int i = 0; i < cells.size(); i++) {
            boolean isTombstone = rows.get(i).isTombstone();
            screen.lines(isTombstone ? Screen.Kind.FAINT : Screen.Kind.PLAIN, settled.row(cells.get(i)));
        }
    }

    private List<Heading> headings(boolean isAll) {
        return columns.stream()
                .map(column -> new Heading(
                        Cells.onOneLine(column.name()), column.isNumber(), isAll ? 0 : usualWidth(column.type())))
                .toList();
    }

    /** What most values of a type need. */
    private static int usualWidth(String type) {
        int end = 0;
        while (end < type.length() && Character.isLetter(type.charAt(end))) {
            end++;
        }
        return switch (type.substring(0, end)) {
            case "BOOLEAN" -> 5;
            case "INTEGER", "INT" -> 8;
            case "TIME", "DATE", "DECIMAL" -> 12;
            case "BIGINT" -> 13;
            case "TIMESTAMP" -> 23;
            case "MAP", "ARRAY", "STRUCT" -> 24;
            default -> 16;
        };
    }

    private List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (JsonNode value : row.values()) {
            cells.add(value.isNull() ? (row.isTombstone() ? DELETED : NULL) : Cells.onOneLine(Columns.shown(value)));
        }
        return cells;
    }

    /** A row as a JSON object on one line; a deleted one says so. */
    public static String json(List<Column> columns, Row row) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < columns.size() && i < row.values().size(); i++) {
            object.set(columns.get(i).name(), row.values().get(i));
        }
        if (row.isTombstone()) {
            object.put("@tombstone", true);
        }
        return object.toString();
    }
}
