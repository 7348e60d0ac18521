package io.nrtstreams.sql.registry;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.Suggestions;
import io.nrtstreams.sql.format.Format.Part;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlType.Base;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What all formats with a schema registry ask of columns and properties. */
public final class ColumnRules {

    private ColumnRules() {}

    /** Refuses properties that the format does not know, and those without a value. */
    public static void properties(FormatSpec spec, Part part, Set<String> known) {
        for (String property : new TreeSet<>(spec.properties().keySet())) {
            String name = part + "_" + property;
            if (!known.contains(property)) {
                throw new SqlException(spec.name() + " has no property " + name + "."
                        + Suggestions.didYouMean(
                                name, known.stream().map(other -> part + "_" + other).toList()));
            }
            if (spec.properties().get(property).isBlank()) {
                throw new SqlException(name + " must not be empty: give it a value, or leave it out");
            }
        }
    }

    /** Refuses maps whose keys are not strings, and maps in keys. */
    public static void maps(FormatSpec spec, List<Column> columns, Part part) {
        for (Column column : columns) {
            maps(spec, column, column.type(), part);
        }
    }

    private static void maps(FormatSpec spec, Column column, SqlType type, Part part) {
        if (type instanceof SqlType.Map map) {
            if (part == Part.KEY) {
                throw new SqlException("column " + column + ": a key cannot hold a MAP, as the order of entries would change "
                        + "its bytes; use a STRUCT, or an ARRAY of STRUCT");
            }
            if (map.key().base() != Base.STRING) {
                throw new SqlException("column " + column + ": " + spec.name()
                        + " holds maps with STRING keys only; cast the keys to STRING");
            }
            maps(spec, column, map.value(), part);
        } else if (type instanceof SqlType.Array array) {
            maps(spec, column, array.element(), part);
        } else if (type instanceof SqlType.Struct struct) {
            struct.fields().forEach(field -> maps(spec, column, field.type(), part));
        }
    }

    /** Whether the only column stands for itself, outside a record. */
    public static boolean isUnwrapped(FormatSpec spec, List<Column> columns, Part part) {
        return columns.size() == 1 && isUnwrapped(spec, part);
    }

    /** Whether an only column would stand for itself: in keys, and in values with WRAP_SINGLE_VALUE = false. */
    public static boolean isUnwrapped(FormatSpec spec, Part part) {
        return spec.wrapSingle().map(wrap -> !wrap).orElse(part == Part.KEY);
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
                throw new SqlException("the schema of " + where + " has several fields named " + upper(column.name())
                        + " in different cases; declare the columns");
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
