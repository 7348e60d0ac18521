package io.nrtstreams.connect.mock.replay;

import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;

/**
 * Lists of values of one type.
 *
 * @param element the type of the values
 * @param schema made once, because values carry the schema that they were made with
 */
record ArrayType(ColumnType element, Schema schema) implements ColumnType {
    static ArrayType of(ColumnType element) {
        return new ArrayType(
                element, SchemaBuilder.array(element.schema()).optional().build());
    }

    @Override
    public String label() {
        return "array<" + element.label() + ">";
    }
}
