package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.ScalarType;
import io.nrtstreams.connect.cleaning.core.TextMistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a rule list: {@code op args | op args else ACTION | …}; {@link Otherwise} says what actions there are.
 */
public final class RuleParser {
    private final String text;
    private final RuleSettings settings;
    private final List<TextMistake> mistakes = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private @Nullable ScalarType type;

    private RuleParser(String text, RuleSettings settings) {
        this.text = text;
        this.settings = settings;
    }

    /**
     * A rule list, or all that is wrong with it.
     *
     * @param rules the list, empty where there is any mistake
     */
    public record Parsed(Optional<RuleList> rules, List<TextMistake> mistakes) {}

    /** Reads {@code text}; never throws. */
    public static Parsed parse(String text, RuleSettings settings) {
        RuleParser parser = new RuleParser(text, settings);
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
            rule.bind("", type, null);
            type = rule.operation().typeAfter(type);
        } catch (TextMistake mistake) {
            mistakes.add(mistake);
        }
    }

    private Rule rule(List<Token> tokens, Token end) {
        int split = indexOfElse(tokens);
        Token afterOperation = split < tokens.size() ? tokens.get(split) : end;
        Arguments arguments = new Arguments(tokens.subList(0, split), afterOperation);
        noteRuleAfterPlacement(arguments.peek());
        Token name = arguments.next();
        Operation operation = OperationKind.named(name).parse(name, arguments, settings);
        arguments.end();
        String written = textOf(tokens, end);
        if (split == tokens.size()) {
            return new Rule(written, operation, Rule.rejecting(), false, new RuleMeter());
        }
        Otherwise otherwise = Otherwise.parse(new Arguments(tokens.subList(split + 1, tokens.size()), end));
        otherwise.check(operation, afterOperation);
        return new Rule(written, operation, otherwise.recourse(), otherwise.flagged(), new RuleMeter());
    }

    private void noteRuleAfterPlacement(Token next) {
        boolean over = !rules.isEmpty() && rules.get(rules.size() - 1).operation() instanceof Placement;
        if (over && next.type() != Token.Type.END) {
            throw new TextMistake(next.column(), "expected the end, since nothing can follow drop or rename");
        }
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
}
