package io.nrtstreams.sql.tree;

import java.util.List;

/** A type as a text writes it; names of aliases are resolved by the analyser. */
public sealed interface TypeName {

    Position position();

    /** A type without parameters or an alias made by CREATE TYPE; unquoted names are upper case. */
    record Named(Position position, String name) implements TypeName {}

    record Decimal(Position position, int precision, int scale) implements TypeName {}

    record Array(Position position, TypeName element) implements TypeName {}

    record Map(Position position, TypeName key, TypeName value) implements TypeName {}

    record Struct(Position position, List<Field> fields) implements TypeName {
        public Struct {
            fields = List.copyOf(fields);
        }
    }

    record Field(String name, TypeName type) {}
}
