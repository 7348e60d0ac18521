package io.nrtstreams.shell.client;

import java.util.ArrayList;
import java.util.List;

/**
 * A column of a query's answer.
 *
 * @param type as SQL text, with KEY behind it for key columns of look-ups
 */
public record Column(String name, String type) {

    /** Whether its values are numbers, which stand on the right. */
    public boolean isNumber() {
        return type.startsWith("INT")
                || type.startsWith("BIGINT")
                || type.startsWith("DOUBLE")
                || type.startsWith("DECIMAL");
    }

    /**
     * Reads a header's schema, such as <code>`ID` INTEGER KEY, `TAGS` MAP&lt;STRING, INTEGER&gt;</code>. What is no schema is
     * read as far as it goes.
     */
    public static List<Column> all(String schema) {
        List<Column> columns = new ArrayList<>();
        int start = 0;
        int depth = 0;
        for (int at = 0; at <= schema.length(); at++) {
            char letter = at < schema.length() ? schema.charAt(at) : ',';
            if (letter == '`' && at < schema.length()) {
                at = endOfName(schema, at);
            } else if (letter == '<' || letter == '(') {
                depth++;
            } else if (letter == '>' || letter == ')') {
                depth--;
            } else if (letter == ',' && (depth == 0 || at == schema.length())) {
                if (!schema.substring(start, at).isBlank()) {
                    columns.add(one(schema.substring(start, at).strip()));
                }
                start = at + 1;
            }
        }
        return columns;
    }

    private static int endOfName(String schema, int quote) {
        int end = schema.indexOf('`', quote + 1);
        while (end > 0 && end + 1 < schema.length() && schema.charAt(end + 1) == '`') {
            end = schema.indexOf('`', end + 2);
        }
        return end < 0 ? schema.length() - 1 : end;
    }

    private static Column one(String text) {
        if (!text.startsWith("`")) {
            int blank = text.indexOf(' ');
            return blank < 0 ? new Column(text, "") : new Column(text.substring(0, blank), text.substring(blank + 1));
        }
        int end = endOfName(text, 0);
        return new Column(
                text.substring(1, Math.max(1, end)).replace("``", "`"),
                text.substring(end + 1).strip());
    }
}
