package io.nrtstreams.analytics.sql.entity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.nrtstreams.sql.type.SqlType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A type.
 *
 * @param type its name without parameters
 * @param fields of a STRUCT
 * @param memberSchema of the elements of an ARRAY or the values of a MAP
 * @param parameters precision and scale of a DECIMAL
 */
public record SchemaInfo(
        String type,
        @Nullable List<FieldInfo> fields,
        @Nullable SchemaInfo memberSchema,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Integer> parameters) {

    public SchemaInfo {
        fields = fields == null ? null : List.copyOf(fields);
        parameters = Map.copyOf(parameters);
    }

    public static SchemaInfo of(SqlType type) {
        String name = type.base().name();
        if (type instanceof SqlType.Decimal decimal) {
            return new SchemaInfo(name, null, null, Map.of("precision", decimal.precision(), "scale", decimal.scale()));
        } else if (type instanceof SqlType.Array array) {
            return new SchemaInfo(name, null, of(array.element()), Map.of());
        } else if (type instanceof SqlType.Map map) {
            return new SchemaInfo(name, null, of(map.value()), Map.of());
        } else if (type instanceof SqlType.Struct struct) {
            return new SchemaInfo(
                    name,
                    struct.fields().stream()
                            .map(field -> FieldInfo.of(field.name(), field.type()))
                            .toList(),
                    null,
                    Map.of());
        }
        return new SchemaInfo(name, null, null, Map.of());
    }
}
