package io.nrtstreams.sql.format.delimited;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.format.Format;
import io.nrtstreams.sql.format.FormatRules;
import io.nrtstreams.sql.format.RowCodec;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.type.Column;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** DELIMITED: a line of comma-separated values, or of values separated by another character. */
public final class DelimitedFormat implements Format {

    private static final String DELIMITER = "DELIMITER";

    @Override
    public String name() {
        return "DELIMITED";
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of(Ability.KEY, Ability.SEVERAL_COLUMNS, Ability.UNWRAP_SINGLE);
    }

    @Override
    public void validate(FormatSpec spec, List<Column> columns, Part part) {
        FormatRules.check(this, spec, columns, part, Set.of(DELIMITER));
        delimiter(spec, part);
        for (Column column : columns) {
            switch (column.type().base()) {
                case ARRAY, MAP, STRUCT ->
                    throw new SqlException("DELIMITED holds no ARRAY, MAP or STRUCT, but there is " + column
                            + "; choose another " + part + "_FORMAT, such as JSON.");
                default -> {}
            }
        }
    }

    @Override
    public RowCodec codec(FormatSpec spec, List<Column> columns, Part part, String topic) {
        return new DelimitedCodec(columns, delimiter(spec, part), part);
    }

    private static char delimiter(FormatSpec spec, Part part) {
        String text = spec.properties().getOrDefault(DELIMITER, ",");
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "SPACE" -> ' ';
            case "TAB" -> '\t';
            default -> oneCharacter(text, part);
        };
    }

    private static char oneCharacter(String text, Part part) {
        if (text.length() != 1 || "\"\r\n".contains(text)) {
            throw new SqlException(
                    part + "_DELIMITER must be one character, SPACE or TAB, and neither a double quote nor"
                            + " the end of a line.");
        }
        return text.charAt(0);
    }
}
