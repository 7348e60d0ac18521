package io.nrtstreams.sql.parser;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.Suggestions;
import io.nrtstreams.sql.tree.Position;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the values of variables where a text names them as <code>${name}</code>: in names, numbers and inside strings
 * alike, but not in comments. Names of variables are equal when their letters are, case aside. <code>$${name}</code> stands
 * for <code>${name}</code> itself. Values are not searched for variables again.
 */
public final class Variables {

    private static final String REFERENCE = "\\$(?<escape>\\$?)\\{(?<name>[A-Za-z_][A-Za-z0-9_]*)}";
    private static final String QUOTE = "(?<quote>['`\"])";
    private static final Pattern IN_QUOTES = Pattern.compile(REFERENCE + "|" + QUOTE);
    private static final Pattern OUTSIDE =
            Pattern.compile(REFERENCE + "|" + QUOTE + "|--[^\r\n]*|/\\*.*?(?:\\*/|\\z)", Pattern.DOTALL);

    private Variables() {}

    /**
     * The text with the variables' values in it.
     *
     * @param position where the text begins, for messages
     * @throws SqlException when the text names a variable that has no value
     */
    public static String substitute(String text, Position position, Map<String, String> variables) {
        Matcher matcher = OUTSIDE.matcher(text);
        StringBuilder result = new StringBuilder();
        String open = "";
        while (matcher.find()) {
            String quote = matcher.group("quote");
            if (matcher.group("name") != null) {
                String replacement = matcher.group("escape").isEmpty()
                        ? value(matcher, text, position, variables)
                        : matcher.group().substring(1);
                matcher.appendReplacement(result, Matcher.quoteReplacement(replacement));
            } else if (quote != null && (open.isEmpty() || open.equals(quote))) {
                open = open.isEmpty() ? quote : "";
                matcher.usePattern(open.isEmpty() ? OUTSIDE : IN_QUOTES);
            }
        }
        return matcher.appendTail(result).toString();
    }

    private static String value(Matcher matcher, String text, Position position, Map<String, String> variables) {
        String name = matcher.group("name");
        return variables.entrySet().stream()
                .filter(variable -> variable.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new SqlException(
                        place(text.substring(0, matcher.start()), position),
                        "The variable " + name + " is not defined." + Suggestions.didYouMean(name, variables.keySet())
                                + " Define it with DEFINE " + name + " = '...', or write $$ for a $ that is meant."));
    }

    private static Position place(String before, Position start) {
        int lines = (int) before.chars().filter(character -> character == '\n').count();
        int column = before.length() - before.lastIndexOf('\n');
        return new Position(start.line() + lines, lines == 0 ? start.column() + column - 1 : column);
    }
}
