package io.nrtstreams.sql.parser;

import io.nrtstreams.sql.tree.TypeName;
import java.util.stream.Collectors;

/** Types as text. */
final class TypeFormat {

    private TypeFormat() {}

    static String type(TypeName type) {
        if (type instanceof TypeName.Named named) {
            return NameFormat.typeName(named.name());
        }
        if (type instanceof TypeName.Decimal decimal) {
            return "DECIMAL(" + decimal.precision() + ", " + decimal.scale() + ")";
        }
        if (type instanceof TypeName.Array array) {
            return "ARRAY<" + type(array.element()) + ">";
        }
        if (type instanceof TypeName.Map map) {
            return "MAP<" + type(map.key()) + ", " + type(map.value()) + ">";
        }
        return ((TypeName.Struct) type)
                .fields().stream()
                        .map(field -> NameFormat.name(field.name()) + " " + type(field.type()))
                        .collect(Collectors.joining(", ", "STRUCT<", ">"));
    }
}
