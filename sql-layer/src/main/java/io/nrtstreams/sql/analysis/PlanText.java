package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.Schema;
import java.util.ArrayList;
import java.util.List;

/** Parts of plans as text. */
final class PlanText {

    private PlanText() {}

    /** The columns as a declaration would have them. */
    static String schema(Schema schema) {
        List<String> columns = new ArrayList<>();
        schema.key().forEach(column -> columns.add(column(column) + (schema.windowed() ? " WINDOWED KEY" : " KEY")));
        schema.value().forEach(column -> columns.add(column(column)));
        schema.headers().forEach(header -> columns.add(column(header.column()) + " HEADERS"));
        return "(" + String.join(", ", columns) + ")";
    }

    static String column(Column column) {
        return column.toString();
    }
}
