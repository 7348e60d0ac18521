package io.nrtstreams.sql.parser;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names and strings as text. */
final class NameFormat {

    private static final Pattern PLAIN = Pattern.compile("[A-Z_][A-Z0-9_@]*");

    private static final Set<String> TYPES = Set.of("BIGINT", "BYTES", "DATE", "DOUBLE", "TIME", "TIMESTAMP");

    private NameFormat() {}

    /** A name as it is when it would be read back so anywhere, else in backticks. */
    static String name(String name) {
        boolean plain = PLAIN.matcher(name).matches() && !Words.all().contains(name) && !TimeUnits.isWord(name);
        return plain ? name : "`" + name.replace("`", "``") + "`";
    }

    /** The name of a type; those that are words of the grammar need no quotes. */
    static String typeName(String name) {
        return TYPES.contains(name) ? name : name(name);
    }

    static String names(List<String> names) {
        return names.stream().map(NameFormat::name).collect(Collectors.joining(", "));
    }

    static String string(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
