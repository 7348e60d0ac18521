package io.nrtstreams.connect.cleaning.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;

/** The declared fields of a record, with one schema object that every parsed record shares. Immutable. */
public final class Shape {
    private final Schema schema;
    private final Field[] fields;
    private final Column[] columns;
    private final Map<String, Integer> indexes = new HashMap<>();

    Shape(Schema schema, List<Column> columns) {
        this.schema = schema;
        this.fields = schema.fields().toArray(new Field[0]);
        this.columns = columns.toArray(new Column[0]);
        schema.fields().forEach(field -> indexes.put(field.name(), field.index()));
    }

    /**
     * Reads a declaration, e.g. {@code time:int64, location{name:string, lat:float64}, tags:array<string>}.
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

    /** Whether a field is something else than a scalar. */
    public boolean isNested() {
        return Arrays.stream(columns).anyMatch(column -> !(column.form() instanceof Form.Scalar));
    }

    int size() {
        return columns.length;
    }

    Field field(int index) {
        return fields[index];
    }

    Column column(int index) {
        return columns[index];
    }

    /** The place of the field called {@code name}, -1 where none is declared. */
    int indexOf(String name) {
        return indexes.getOrDefault(name, -1);
    }
}
