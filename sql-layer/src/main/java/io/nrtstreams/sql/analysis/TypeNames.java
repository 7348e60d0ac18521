package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.tree.TypeName;
import io.nrtstreams.sql.type.SqlType;

/** Types as a text would name them, without types made by CREATE TYPE. */
final class TypeNames {

    private TypeNames() {}

    static TypeName of(SqlType type, Position position) {
        if (type instanceof SqlType.Decimal decimal) {
            return new TypeName.Decimal(position, decimal.precision(), decimal.scale());
        } else if (type instanceof SqlType.Array array) {
            return new TypeName.Array(position, of(array.element(), position));
        } else if (type instanceof SqlType.Map map) {
            return new TypeName.Map(position, of(map.key(), position), of(map.value(), position));
        } else if (type instanceof SqlType.Struct struct) {
            return new TypeName.Struct(
                    position,
                    struct.fields().stream()
                            .map(field -> new TypeName.Field(field.name(), of(field.type(), position)))
                            .toList());
        }
        return new TypeName.Named(position, type.base().name());
    }
}
