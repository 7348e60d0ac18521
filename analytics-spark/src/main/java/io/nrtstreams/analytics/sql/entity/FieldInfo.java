package io.nrtstreams.analytics.sql.entity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.Schema;
import io.nrtstreams.sql.type.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column, or a field of a struct.
 *
 * @param type KEY or HEADER; absent for others
 * @param headerKey the header that fills the column; absent when all do
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldInfo(
        String name,
        SchemaInfo schema,
        @Nullable String type,
        @Nullable String headerKey) {

    static FieldInfo of(String name, SqlType type) {
        return new FieldInfo(name, SchemaInfo.of(type), null, null);
    }

    /** The columns of a stream or table: keys, values, headers. */
    public static List<FieldInfo> of(Schema schema) {
        List<FieldInfo> fields = new ArrayList<>();
        for (Column column : schema.key()) {
            fields.add(new FieldInfo(column.name(), SchemaInfo.of(column.type()), "KEY", null));
        }
        schema.value().forEach(column -> fields.add(of(column.name(), column.type())));
        for (Schema.HeaderColumn header : schema.headers()) {
            Column column = header.column();
            fields.add(new FieldInfo(
                    column.name(),
                    SchemaInfo.of(column.type()),
                    "HEADER",
                    header.header().orElse(null)));
        }
        return fields;
    }
}
