package io.nrtstreams.sql.format;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.Suggestions;
import io.nrtstreams.sql.format.Format.Ability;
import io.nrtstreams.sql.format.Format.Part;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.SqlType;
import java.util.List;
import java.util.Set;

/** What every format refuses alike, by its abilities. */
public final class FormatRules {

    private FormatRules() {}

    /**
     * Refuses a key format that may not be one, more columns than the format holds, wrapping that it does not know, maps
     * in keys, and properties that it does not know.
     *
     * @param properties the keys of {@link FormatSpec#properties} that the format knows
     * @throws SqlException with the way out
     */
    public static void check(Format format, FormatSpec spec, List<Column> columns, Part part, Set<String> properties) {
        Set<Ability> abilities = format.abilities();
        String name = format.name();
        if (part == Part.KEY && !columns.isEmpty() && !abilities.contains(Ability.KEY)) {
            throw new SqlException(name + " cannot be a key format; choose another KEY_FORMAT, such as KAFKA or JSON.");
        }
        if (columns.size() > 1 && !abilities.contains(Ability.SEVERAL_COLUMNS)) {
            throw new SqlException(name + " holds one column, but the " + text(part) + " has " + columns.size()
                    + "; choose another " + part + "_FORMAT, such as JSON.");
        }
        checkWrapping(format, spec, columns, part);
        if (part == Part.KEY) {
            columns.forEach(column -> refuseMaps(column, column.type()));
        }
        for (String property : spec.properties().keySet()) {
            if (!properties.contains(property)) {
                throw new SqlException(name + " has no property " + part + "_" + property
                        + (properties.isEmpty() ? "; it has none" : "") + "."
                        + Suggestions.didYouMean(property, properties));
            }
        }
    }

    private static void checkWrapping(Format format, FormatSpec spec, List<Column> columns, Part part) {
        if (spec.wrapSingle().isEmpty() || part == Part.KEY) {
            return;
        }
        if (columns.size() > 1) {
            throw new SqlException("WRAP_SINGLE_VALUE is for values of one column, but this one has " + columns.size()
                    + "; leave it out.");
        }
        boolean wrapped = spec.wrapSingle().get();
        if (!format.abilities().contains(wrapped ? Ability.WRAP_SINGLE : Ability.UNWRAP_SINGLE)) {
            throw new SqlException(format.name() + " does not know WRAP_SINGLE_VALUE=" + wrapped + "; leave it out.");
        }
    }

    private static void refuseMaps(Column column, SqlType type) {
        if (type instanceof SqlType.Map) {
            throw new SqlException(
                    "The key column " + column + " holds a MAP, whose entries have no fixed order, so that"
                            + " equal keys would not be equal bytes; use a STRUCT or an ARRAY.");
        } else if (type instanceof SqlType.Array array) {
            refuseMaps(column, array.element());
        } else if (type instanceof SqlType.Struct struct) {
            struct.fields().forEach(field -> refuseMaps(column, field.type()));
        }
    }

    private static String text(Part part) {
        return part == Part.KEY ? "key" : "value";
    }
}
