package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.Action;
import io.nrtstreams.connect.cleaning.core.TextMistake;
import io.nrtstreams.connect.cleaning.expr.Condition;
import io.nrtstreams.connect.kit.config.Suggestions;
import io.nrtstreams.connect.kit.data.FieldPath;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a check: {@code condition [else reject|fail|drop|flag | else null path… [flag] | else default path value [flag]]}.
 */
final class CheckParser {
    private static final List<String> ACTIONS = List.of("reject", "null", "default", "flag", "drop", "fail");
    private static final String ELSE = "else";

    private CheckParser() {}

    static Check parse(String name, String text) {
        int column = Condition.columnOfElse(text);
        Condition condition = Condition.parse(text.substring(0, column - 1));
        String rule = "check " + name + ": " + text.strip();
        if (column > text.length()) {
            return new Check(rule, condition, new Remedy.Refuse(Action.REJECT), false);
        }
        // Blanks in the place of the condition keep the columns of what follows.
        String action = " ".repeat(column - 1 + ELSE.length()) + text.substring(column - 1 + ELSE.length());
        Arguments arguments = new Arguments(Lexer.tokens(action), new Token(Token.Type.END, "", text.length() + 1));
        Remedy remedy = remedy(arguments);
        boolean flagged = remedy instanceof Remedy.Keep || arguments.option("flag");
        arguments.end();
        if (flagged && remedy instanceof Remedy.Refuse) {
            throw new TextMistake(column, "a record that does not go on cannot be flagged; leave flag out");
        }
        return new Check(rule, condition, remedy, flagged);
    }

    private static Remedy remedy(Arguments arguments) {
        Token action = arguments.next();
        return switch (action.type() == Token.Type.WORD ? action.text() : "") {
            case "reject" -> new Remedy.Refuse(Action.REJECT);
            case "fail" -> new Remedy.Refuse(Action.FAIL);
            case "drop" -> new Remedy.Refuse(Action.DROP);
            case "flag" -> new Remedy.Keep();
            case "null" -> new Remedy.Nulls(paths(arguments));
            case "default" -> new Remedy.Substitute(path(arguments), arguments.filling("a value after the path"));
            default ->
                throw new TextMistake(
                        action.column(),
                        "expected " + String.join(", ", ACTIONS) + " after else, found " + action.shown()
                                + Suggestions.nearest(action.text(), ACTIONS)
                                        .map(meant -> "; did you mean " + meant + "?")
                                        .orElse(""));
        };
    }

    private static List<FieldPath> paths(Arguments arguments) {
        List<FieldPath> paths = new ArrayList<>();
        do {
            paths.add(path(arguments));
        } while (!arguments.isEmpty() && !arguments.peek().isWord("flag"));
        return paths;
    }

    private static FieldPath path(Arguments arguments) {
        Literal path = arguments.value("the path of a field");
        try {
            return FieldPath.parse(path.text());
        } catch (IllegalArgumentException e) {
            throw new TextMistake(path.column(), String.valueOf(e.getMessage()));
        }
    }
}
