package io.nrtstreams.analytics.batch;

import java.util.ArrayList;
import java.util.List;

/** Splits an SQL script at its semicolons, those in texts, quoted names and comments left alone. */
final class SqlScript {
    private SqlScript() {}

    /** The statements in their order, without comments at their beginning, semicolons and blank ones. */
    static List<String> statements(String script) {
        List<String> statements = new ArrayList<>();
        int begin = 0;
        int at = 0;
        while (at < script.length()) {
            if (script.charAt(at) == ';') {
                add(statements, script.substring(begin, at));
                begin = ++at;
            } else {
                at = past(script, at);
            }
        }
        add(statements, script.substring(begin));
        return statements;
    }

    private static void add(List<String> statements, String text) {
        String statement = text.strip();
        while (statement.startsWith("--") || statement.startsWith("/*")) {
            statement = statement.substring(past(statement, 0)).strip();
        }
        if (!statement.isEmpty()) {
            statements.add(statement);
        }
    }

    /** The position after the token, text or comment that begins at {@code at}. */
    private static int past(String script, int at) {
        char c = script.charAt(at);
        if (script.startsWith("--", at)) {
            return after(script, "\n", at + 2);
        }
        if (script.startsWith("/*", at)) {
            return after(script, "*/", at + 2);
        }
        return c == '\'' || c == '"' || c == '`' ? afterQuoted(script, c, at + 1) : at + 1;
    }

    private static int afterQuoted(String script, char quote, int from) {
        int at = from;
        while (at < script.length() && script.charAt(at) != quote) {
            at += script.charAt(at) == '\\' && quote != '`' ? 2 : 1;
        }
        return Math.min(at + 1, script.length());
    }

    private static int after(String script, String end, int from) {
        int found = script.indexOf(end, from);
        return found < 0 ? script.length() : found + end.length();
    }
}
