package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.tree.Statement.ColumnDefinition;
import io.nrtstreams.sql.tree.Statement.ColumnRole;
import io.nrtstreams.sql.tree.Statement.SourceKind;
import io.nrtstreams.sql.tree.TypeName;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.Schema.HeaderColumn;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The columns of a CREATE or ALTER, by their roles and with their types. */
record DeclaredColumns(List<Column> key, List<Column> value, List<HeaderColumn> headers) {

    static final Set<String> PSEUDO_COLUMNS =
            Set.of("ROWTIME", "ROWPARTITION", "ROWOFFSET", "WINDOWSTART", "WINDOWEND");

    private static final SqlType ALL_HEADERS = new SqlType.Array(new SqlType.Struct(
            List.of(new SqlType.Field("KEY", SqlTypes.STRING), new SqlType.Field("VALUE", SqlTypes.BYTES))));

    static DeclaredColumns of(List<ColumnDefinition> columns, SourceKind kind, Function<TypeName, SqlType> types) {
        List<Column> key = new ArrayList<>();
        List<Column> value = new ArrayList<>();
        List<HeaderColumn> headers = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (ColumnDefinition definition : columns) {
            checkName(definition, names);
            Column column = new Column(definition.name(), types.apply(definition.type()));
            ColumnRole role = definition.role();
            if (role instanceof ColumnRole.Header header) {
                headers.add(header(definition, column, header.name(), headers));
            } else if (role instanceof ColumnRole.Value) {
                value.add(column);
            } else {
                checkKey(definition, column, kind);
                key.add(column);
            }
        }
        return new DeclaredColumns(key, value, headers);
    }

    private static void checkName(ColumnDefinition definition, Set<String> names) {
        if (PSEUDO_COLUMNS.contains(definition.name())) {
            throw new SqlException(
                    definition.position(),
                    "The name " + definition.name() + " is taken by a pseudo column; give the column another one.");
        }
        if (!names.add(definition.name())) {
            throw new SqlException(
                    definition.position(), "There are two columns " + definition.name() + "; rename or remove one.");
        }
    }

    private static void checkKey(ColumnDefinition definition, Column column, SourceKind kind) {
        boolean primary = definition.role() instanceof ColumnRole.PrimaryKey;
        if (kind == SourceKind.TABLE && !primary) {
            throw new SqlException(
                    definition.position(),
                    "The key column " + column.name() + " of a table is written PRIMARY KEY, not KEY.");
        }
        if (kind == SourceKind.STREAM && primary) {
            throw new SqlException(
                    definition.position(),
                    "The key column " + column.name()
                            + " of a stream is written KEY, not PRIMARY KEY: a stream may hold"
                            + " many records of one key.");
        }
        requireKeyType(definition.position(), column);
    }

    /** Refuses maps in keys: equal maps may be written in different bytes. */
    static void requireKeyType(Position position, Column column) {
        if (holdsMap(column.type())) {
            throw new SqlException(
                    position,
                    "The key column " + column.name() + " has the type " + column.type()
                            + ", but a key cannot hold a MAP: equal maps may be written differently. Use an ARRAY of STRUCT, or"
                            + " move the column to the value.");
        }
    }

    private static boolean holdsMap(SqlType type) {
        if (type instanceof SqlType.Array array) {
            return holdsMap(array.element());
        }
        if (type instanceof SqlType.Struct struct) {
            return struct.fields().stream().anyMatch(field -> holdsMap(field.type()));
        }
        return type instanceof SqlType.Map;
    }

    private static HeaderColumn header(
            ColumnDefinition definition, Column column, Optional<String> name, List<HeaderColumn> before) {
        SqlType wanted = name.isPresent() ? SqlTypes.BYTES : ALL_HEADERS;
        if (!column.type().equals(wanted)) {
            throw new SqlException(
                    definition.position(),
                    "The column " + column.name() + " is filled from headers, so its type must be " + wanted + ".");
        }
        for (HeaderColumn other : before) {
            if (other.header().isEmpty() || name.isEmpty()) {
                throw new SqlException(
                        definition.position(),
                        "A column of all HEADERS excludes other columns from headers: "
                                + other.column().name() + " and " + column.name() + ".");
            }
            if (other.header().equals(name)) {
                throw new SqlException(
                        definition.position(),
                        "The header '" + name.get() + "' already fills the column "
                                + other.column().name() + ".");
            }
        }
        return new HeaderColumn(column, name);
    }
}
