package io.nrtstreams.sql.function.builtin.text;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Remembers compiled regular expressions, since most are the same for every row. Thread-safe. */
final class Patterns {

    /** When more are in use, as where they come from a column, all are forgotten. */
    private static final int LIMIT = 256;

    private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();

    private Patterns() {}

    /** {@link IllegalArgumentException} when it is not a regular expression. */
    static Pattern of(String expression) {
        Pattern known = COMPILED.get(expression);
        return known == null ? compile(expression) : known;
    }

    private static Pattern compile(String expression) {
        Pattern pattern;
        try {
            pattern = Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("not a regular expression of java.util.regex: " + e.getDescription());
        }
        if (COMPILED.size() >= LIMIT) {
            COMPILED.clear();
        }
        COMPILED.put(expression, pattern);
        return pattern;
    }
}
