package io.nrtstreams.connect.cleaning.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/** The declared fields of a record, with one schema object that every parsed record shares. Immutable. */
public final class Shape {
    private final Schema schema;
    private final Column[] columns;
    private final Map<String, Column> byName = new HashMap<>();

    Shape(Schema schema, List<Column> columns) {
        this.schema = schema;
        this.columns = columns.toArray(new Column[0]);
        columns.forEach(column -> byName.put(column.name(), column));
    }

    /**
     * Reads a declaration, e.g. {@code time:int64, location{name:string, lat:float64}}.
     *
     * @throws io.nrtstreams.connect.cleaning.core.TextMistake if it is none; the message has the column
     */
    public static Shape parse(String text) {
        return new ShapeParser(text).parse();
    }

    /** The schema of the records. */
    public Schema schema() {
        return schema;
    }

    /** Whether a field is itself a record. */
    public boolean isNested() {
        return byName.values().stream().anyMatch(column -> column.shape() != null);
    }

    int size() {
        return columns.length;
    }

    Column column(int index) {
        return columns[index];
    }

    @Nullable Column named(String name) {
        return byName.get(name);
    }
}
