package io.nrtstreams.connect.mock.replay;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;

/**
 * Objects with named fields.
 *
 * @param fields the types by their names, in order
 * @param schema made once, because a Struct must have the very schema of the field that it is put into
 */
record StructType(Map<String, ColumnType> fields, Schema schema) implements ColumnType {
    static StructType of(Map<String, ColumnType> fields) {
        SchemaBuilder builder = SchemaBuilder.struct().optional();
        fields.forEach((name, type) -> builder.field(name, type.schema()));
        return new StructType(new LinkedHashMap<>(fields), builder.build());
    }

    @Override
    public String label() {
        return fields.entrySet().stream()
                .map(field ->
                        Names.quoted(field.getKey()) + ":" + field.getValue().label())
                .collect(Collectors.joining(", ", "struct<", ">"));
    }
}
