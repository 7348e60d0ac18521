package io.nrtstreams.sql.registry;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.format.Format.Part;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlType.Base;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/** What all formats with a schema registry ask of columns and properties. */
public final class ColumnRules {

    private ColumnRules() {}

    /** Refuses properties without a value. */
    public static void properties(FormatSpec spec, Part part) {
        new TreeMap<>(spec.properties()).forEach((property, value) -> {
            if (value.isBlank()) {
                throw new SqlException(part + "_" + property + " must not be empty: give it a value, or leave it out.");
            }
        });
    }

    /** Refuses maps whose keys are not strings. */
    public static void mapKeys(FormatSpec spec, List<Column> columns) {
        columns.forEach(column -> mapKeys(spec, column, column.type()));
    }

    private static void mapKeys(FormatSpec spec, Column column, SqlType type) {
        if (type instanceof SqlType.Map map) {
            if (map.key().base() != Base.STRING) {
                throw new SqlException("Column " + column + ": " + spec.name()
                        + " holds maps with keys of type STRING only; cast the keys to STRING.");
            }
            mapKeys(spec, column, map.value());
        } else if (type instanceof SqlType.Array array) {
            mapKeys(spec, column, array.element());
        } else if (type instanceof SqlType.Struct struct) {
            struct.fields().forEach(field -> mapKeys(spec, column, field.type()));
        }
    }

    /** Whether the only column stands for itself, outside a record. */
    public static boolean isUnwrapped(FormatSpec spec, List<Column> columns, Part part) {
        return columns.size() == 1 && isUnwrapped(spec, part);
    }

    /** Whether an only column would stand for itself: in keys, and in values with WRAP_SINGLE_VALUE = false. */
    public static boolean isUnwrapped(FormatSpec spec, Part part) {
        return part == Part.KEY || !spec.wrapSingle().orElse(true);
    }

    /** The name of a column that a schema without a record gives. */
    public static String unwrappedName(Part part) {
        return part == Part.KEY ? "ROWKEY" : "ROWVAL";
    }

    /** The index of the column of this name, else of the first with it in another case; -1 when there is none. */
    public static int indexOf(List<String> names, String name) {
        int exact = names.indexOf(name);
        for (int i = 0; exact < 0 && i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(name)) {
                return i;
            }
        }
        return exact;
    }

    /** The columns with names in upper case, inside structs too. */
    public static List<Column> inUpperCase(List<Column> columns, String where) {
        Set<String> seen = new HashSet<>();
        for (Column column : columns) {
            if (!seen.add(upper(column.name()))) {
                throw new SqlException("The schema of " + where + " has several fields named " + upper(column.name())
                        + " in different cases; declare the columns.");
            }
        }
        return columns.stream()
                .map(column -> new Column(upper(column.name()), inUpperCase(column.type(), where)))
                .toList();
    }

    private static SqlType inUpperCase(SqlType type, String where) {
        if (type instanceof SqlType.Array array) {
            return new SqlType.Array(inUpperCase(array.element(), where));
        }
        if (type instanceof SqlType.Map map) {
            return new SqlType.Map(map.key(), inUpperCase(map.value(), where));
        }
        if (type instanceof SqlType.Struct struct) {
            List<Column> fields = struct.fields().stream()
                    .map(field -> new Column(field.name(), field.type()))
                    .toList();
            return new SqlType.Struct(inUpperCase(fields, where).stream()
                    .map(field -> new SqlType.Field(field.name(), field.type()))
                    .toList());
        }
        return type;
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
