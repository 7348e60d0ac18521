package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.TextMistake;
import io.nrtstreams.connect.kit.config.Suggestions;
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

    /** Takes one value that is to stand in a field; the bare word null is none. */
    Literal filling(String expected) {
        if (peek().isWord("null")) {
            throw new TextMistake(
                    peek().column(), "expected " + expected + ", found null; in quotes, 'null', it would be a text");
        }
        return value(expected);
    }

    /** Takes all values, at least one. */
    List<Literal> values(String expected) {
        List<Literal> values = new ArrayList<>();
        do {
            values.add(value(expected));
        } while (!isEmpty());
        return values;
    }

    /** Takes {@code word}, which must be there. */
    void keyword(String word) {
        Token token = next();
        if (!token.isWord(word)) {
            throw new TextMistake(token.column(), "expected " + word + ", found " + token.shown());
        }
    }

    /** Takes {@code word} if it is in hand. */
    boolean option(String word) {
        boolean there = peek().isWord(word);
        at += there ? 1 : 0;
        return there;
    }

    /** Takes the one of {@code words} that is in hand; the first of them where none is. */
    String oneOf(String... words) {
        for (String word : words) {
            if (option(word)) {
                return word;
            }
        }
        return words[0];
    }

    /** Takes one of {@code words}, which must be there. */
    String word(String... words) {
        Token token = peek();
        for (String word : words) {
            if (option(word)) {
                return word;
            }
        }
        List<String> known = List.of(words);
        throw new TextMistake(
                token.column(),
                "expected " + String.join(" or ", known) + ", found " + token.shown()
                        + Suggestions.nearest(token.text(), known)
                                .map(meant -> "; did you mean " + meant + "?")
                                .orElse(""));
    }

    /** Takes a whole number within bounds. */
    int count(String what, int least, int most) {
        Literal literal = value(what);
        if (literal.number() instanceof Long number && number >= least && number <= most) {
            return number.intValue();
        }
        throw new TextMistake(literal.column(), "expected " + what + ", a whole number from " + least + " to " + most);
    }

    /** Takes a number above 0. */
    double positive(String what) {
        Literal literal = value(what);
        if (literal.number() instanceof Number number && number.doubleValue() > 0) {
            return number.doubleValue();
        }
        throw new TextMistake(literal.column(), "expected " + what);
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
