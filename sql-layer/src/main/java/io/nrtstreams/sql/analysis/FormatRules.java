package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.format.Format;
import io.nrtstreams.sql.format.Format.Ability;
import io.nrtstreams.sql.format.Format.Part;
import io.nrtstreams.sql.format.Formats;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.type.Column;
import java.util.List;
import java.util.Locale;

/** Whether a format can hold the columns of a key or a value. */
final class FormatRules {

    private FormatRules() {}

    /**
     * Refuses what cannot be held.
     *
     * @throws SqlException with the reason and what to use instead
     */
    static void check(Position position, Format format, FormatSpec spec, List<Column> columns, Part part) {
        String what = part.name().toLowerCase(Locale.ROOT);
        if (part == Part.KEY && !columns.isEmpty() && !format.abilities().contains(Ability.KEY)) {
            throw new SqlException(
                    position, format.name() + " cannot be a key format. Use KAFKA, JSON or another KEY_FORMAT.");
        }
        if (columns.size() > 1 && !format.abilities().contains(Ability.SEVERAL_COLUMNS)) {
            throw new SqlException(
                    position,
                    "The " + what + " has " + columns.size() + " columns, and " + format.name()
                            + " holds only one. Use a format for several columns, such as " + part + "_FORMAT='JSON'.");
        }
        checkWrapping(position, format, spec, columns);
        try {
            format.validate(spec, columns, part);
        } catch (SqlException e) {
            throw e.position().isKnown() ? e : new SqlException(position, e.problem());
        }
    }

    /** The format that a WITH clause names. */
    static Format find(Position position, Formats formats, FormatSpec spec) {
        try {
            return formats.find(spec.name());
        } catch (SqlException e) {
            throw new SqlException(position, e.problem());
        }
    }

    private static void checkWrapping(Position position, Format format, FormatSpec spec, List<Column> columns) {
        if (spec.wrapSingle().isEmpty()) {
            return;
        }
        if (columns.size() != 1) {
            throw new SqlException(
                    position,
                    "WRAP_SINGLE_VALUE is for values of one column, and this one has " + columns.size()
                            + ". Leave it out.");
        }
        boolean wrap = spec.wrapSingle().get();
        if (!format.abilities().contains(wrap ? Ability.WRAP_SINGLE : Ability.UNWRAP_SINGLE)) {
            throw new SqlException(
                    position, format.name() + " does not allow WRAP_SINGLE_VALUE=" + wrap + ". Leave it out.");
        }
    }
}
