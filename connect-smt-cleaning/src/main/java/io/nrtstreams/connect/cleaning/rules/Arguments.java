package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.TextMistake;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What follows the name of an operation, read from left to right. */
final class Arguments {
    private final List<Token> tokens;
    private final Token end;
    private int at;

    /**
     * The arguments.
     *
     * @param end stands for what comes after them
     */
    Arguments(List<Token> tokens, Token end) {
        this.tokens = tokens;
        this.end = end;
    }

    /** The token in hand. */
    Token peek() {
        return at < tokens.size() ? tokens.get(at) : end;
    }

    /** Takes the token in hand. */
    Token next() {
        Token token = peek();
        at++;
        return token;
    }

    boolean isEmpty() {
        return at >= tokens.size();
    }

    /** Takes one value. */
    Literal value(String expected) {
        Token token = next();
        if (token.type() != Token.Type.WORD && token.type() != Token.Type.QUOTED) {
            throw new TextMistake(token.column(), "expected " + expected + ", found " + token.shown());
        }
        return new Literal(token.text(), token.type() == Token.Type.QUOTED, token.column());
    }

    /** Takes all values, at least one. */
    List<Literal> values(String expected) {
        List<Literal> values = new ArrayList<>();
        do {
            values.add(value(expected));
        } while (!isEmpty());
        return values;
    }

    /** Takes all pairs {@code 'from'='to'}, at least one. */
    Map<String, String> pairs() {
        Map<String, String> pairs = new LinkedHashMap<>();
        do {
            Literal from = value("a pair such as 'from'='to'");
            Token equals = next();
            if (equals.type() != Token.Type.EQUALS) {
                throw new TextMistake(
                        equals.column(), "expected = between the two sides of a pair, found " + equals.shown());
            }
            Literal to = value("the text after =");
            if (pairs.put(from.text(), to.text()) != null) {
                throw new TextMistake(from.column(), "the text is already mapped by an earlier pair");
            }
        } while (!isEmpty());
        return pairs;
    }

    /**
     * Says that there is nothing more.
     *
     * @throws TextMistake if there is
     */
    void end() {
        if (!isEmpty()) {
            Token token = peek();
            throw new TextMistake(
                    token.column(), "expected | before the next rule, else, or the end, found " + token.shown());
        }
    }
}
