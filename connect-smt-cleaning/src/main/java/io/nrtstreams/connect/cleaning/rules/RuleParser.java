package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.Action;
import io.nrtstreams.connect.cleaning.core.ScalarType;
import io.nrtstreams.connect.cleaning.core.TextMistake;
import io.nrtstreams.connect.kit.config.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a rule list: {@code op args | op args else ACTION | …}, where ACTION is {@code null}, {@code reject},
 * {@code fail}, {@code drop} or {@code default value}.
 */
public final class RuleParser {
    private static final List<String> ACTIONS = List.of("null", "reject", "fail", "drop", "default");

    private final String text;
    private final List<TextMistake> mistakes = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private @Nullable ScalarType type;

    private RuleParser(String text) {
        this.text = text;
    }

    /**
     * A rule list, or all that is wrong with it.
     *
     * @param rules the list, empty where there is any mistake
     */
    public record Parsed(Optional<RuleList> rules, List<TextMistake> mistakes) {}

    /** Reads {@code text}; never throws. */
    public static Parsed parse(String text) {
        RuleParser parser = new RuleParser(text);
        parser.readAll();
        boolean sound = parser.mistakes.isEmpty();
        return new Parsed(
                sound ? Optional.of(new RuleList(parser.rules)) : Optional.empty(), List.copyOf(parser.mistakes));
    }

    private void readAll() {
        try {
            List<Token> rule = new ArrayList<>();
            for (Token token : Lexer.tokens(text)) {
                if (token.type() == Token.Type.BAR) {
                    read(rule, token);
                    rule = new ArrayList<>();
                } else {
                    rule.add(token);
                }
            }
            read(rule, new Token(Token.Type.END, "", text.length() + 1));
        } catch (TextMistake mistake) {
            mistakes.add(mistake);
        }
    }

    /** Reads one rule and goes on after a mistake, so that all of them are reported together. */
    private void read(List<Token> tokens, Token end) {
        try {
            Rule rule = rule(tokens, new Token(Token.Type.END, "", end.column()));
            rules.add(rule);
            rule.bind("", type);
            type = rule.operation().typeAfter(type);
        } catch (TextMistake mistake) {
            mistakes.add(mistake);
        }
    }

    private Rule rule(List<Token> tokens, Token end) {
        int split = indexOfElse(tokens);
        Token afterOperation = split < tokens.size() ? tokens.get(split) : end;
        Arguments arguments = new Arguments(tokens.subList(0, split), afterOperation);
        Operation operation = OperationKind.named(arguments.next()).parse(arguments);
        arguments.end();
        Recourse recourse = split < tokens.size()
                ? recourse(new Arguments(tokens.subList(split + 1, tokens.size()), end))
                : Rule.rejecting();
        return new Rule(textOf(tokens, end), operation, recourse);
    }

    private static int indexOfElse(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).isWord("else")) {
                return i;
            }
        }
        return tokens.size();
    }

    private String textOf(List<Token> tokens, Token end) {
        return text.substring(tokens.get(0).column() - 1, end.column() - 1).strip();
    }

    private static Recourse recourse(Arguments arguments) {
        Token action = arguments.next();
        Recourse recourse = switch (action.type() == Token.Type.WORD ? action.text() : "") {
            case "null" -> new Recourse.Null();
            case "reject" -> Rule.rejecting();
            case "fail" -> new Recourse.Refuse(Action.FAIL);
            case "drop" -> new Recourse.Refuse(Action.DROP);
            case "default" -> new Recourse.Substitute(arguments.value("a value after default"));
            default ->
                throw new TextMistake(
                        action.column(),
                        "expected null, reject, fail, drop or default after else, found " + action.shown()
                                + Suggestions.nearest(action.text(), ACTIONS)
                                        .map(meant -> "; did you mean " + meant + "?")
                                        .orElse(""));
        };
        arguments.end();
        return recourse;
    }
}
