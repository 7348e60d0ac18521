package io.nrtstreams.connect.cleaning.expr;

import io.nrtstreams.connect.cleaning.core.ScalarType;
import io.nrtstreams.connect.cleaning.core.TextMistake;
import io.nrtstreams.connect.cleaning.core.Unfit;
import io.nrtstreams.connect.kit.config.Suggestions;
import io.nrtstreams.connect.kit.data.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a condition by recursive descent, loosest operators first: OR, AND, NOT, comparisons, {@code + -},
 * {@code * / %}, the sign, and what stands alone.
 */
final class ConditionParser {
    /** Parts within one another, which bounds the depth of the stack. */
    private static final int DEEPEST = 100;

    private static final Set<String> KEYWORDS =
            Set.of("AND", "OR", "NOT", "IS", "NULL", "BETWEEN", "IN", "LIKE", "RLIKE", "TRUE", "FALSE");

    private final List<Piece> pieces;
    private int at;
    private int depth;

    ConditionParser(String text) {
        this.pieces = Pieces.of(text);
    }

    Node parse() {
        Node node = or();
        if (peek().type() != Piece.Type.END) {
            throw mistake("AND, OR or the end");
        }
        return node;
    }

    private Node or() {
        enter();
        Node node = and();
        while (word("OR")) {
            node = Logic.or(node, and());
        }
        depth--;
        return node;
    }

    private Node and() {
        Node node = not();
        while (word("AND")) {
            node = Logic.and(node, not());
        }
        return node;
    }

    private Node not() {
        if (!word("NOT")) {
            return comparison();
        }
        enter();
        Node node = Logic.not(not());
        depth--;
        return node;
    }

    private Node comparison() {
        Node left = sum();
        Comparison operator = comparisonInHand();
        if (operator != null) {
            at++;
            return operator.of(left, sum());
        }
        if (word("IS")) {
            boolean negated = word("NOT");
            require("NULL");
            return record -> (left.evaluate(record) == null) != negated;
        }
        boolean negated = word("NOT");
        Node test = test(left, negated);
        return negated ? Logic.not(test) : test;
    }

    private @Nullable Comparison comparisonInHand() {
        Piece piece = peek();
        if (piece.type() != Piece.Type.SYMBOL) {
            return null;
        }
        return switch (piece.text()) {
            case "=" -> Comparison.EQUAL;
            case "<>", "!=" -> Comparison.UNEQUAL;
            case "<" -> Comparison.LESS;
            case "<=" -> Comparison.AT_MOST;
            case ">" -> Comparison.MORE;
            case ">=" -> Comparison.AT_LEAST;
            default -> null;
        };
    }

    private Node test(Node left, boolean negated) {
        if (word("BETWEEN")) {
            Node least = sum();
            require("AND");
            return Logic.and(Comparison.AT_LEAST.of(left, least), Comparison.AT_MOST.of(left, sum()));
        } else if (word("IN")) {
            symbol("(", "( and the values after IN");
            Node node = Comparison.EQUAL.of(left, sum());
            while (peek().isSymbol(",")) {
                at++;
                node = Logic.or(node, Comparison.EQUAL.of(left, sum()));
            }
            symbol(")", "a comma or ) after a value");
            return node;
        } else if (word("LIKE")) {
            return matching(
                    left,
                    like(text("a pattern in quotes, in which % stands for any text and _ for a character")
                            .text()));
        } else if (word("RLIKE")) {
            return matching(left, regex(text("a regular expression in quotes")));
        } else if (negated) {
            throw mistake("BETWEEN, IN, LIKE or RLIKE after NOT");
        }
        return left;
    }

    private static Node matching(Node left, Pattern pattern) {
        return record -> {
            Object value = left.evaluate(record);
            if (value == null) {
                return null;
            }
            return value instanceof String text ? found(pattern, text) : Unfit.KIND;
        };
    }

    private static Object found(Pattern pattern, String text) {
        try {
            return pattern.matcher(text).find();
        } catch (StackOverflowError e) {
            // Expressions such as (a|b)* recurse once for each character.
            return Unfit.VALUE;
        }
    }

    private static Pattern like(String pattern) {
        StringBuilder expression = new StringBuilder("\\A");
        pattern.codePoints()
                .forEach(c ->
                        expression.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(Character.toString(c))));
        return Pattern.compile(expression.append("\\z").toString(), Pattern.DOTALL);
    }

    private static Pattern regex(Piece piece) {
        try {
            return Pattern.compile(piece.text());
        } catch (PatternSyntaxException e) {
            throw new TextMistake(
                    piece.column() + 1 + Math.max(e.getIndex(), 0),
                    "expected a regular expression: " + e.getDescription());
        }
    }

    private Node sum() {
        Node node = product();
        while (peek().isSymbol("+") || peek().isSymbol("-")) {
            Arithmetic operator = next().text().equals("+") ? Arithmetic.PLUS : Arithmetic.MINUS;
            node = operator.of(node, product());
        }
        return node;
    }

    private Node product() {
        Node node = signed();
        while (true) {
            Arithmetic operator = peek().isSymbol("*")
                    ? Arithmetic.TIMES
                    : peek().isSymbol("/") ? Arithmetic.BY : peek().isSymbol("%") ? Arithmetic.MODULO : null;
            if (operator == null) {
                return node;
            }
            at++;
            node = operator.of(node, signed());
        }
    }

    private Node signed() {
        if (!peek().isSymbol("-")) {
            return single();
        }
        at++;
        if (peek().type() == Piece.Type.NUMBER) {
            Piece digits = next();
            return number(new Piece(Piece.Type.NUMBER, "-" + digits.text(), digits.column()));
        }
        enter();
        Node node = Arithmetic.MINUS.of(new Node.Constant(0L), signed());
        depth--;
        return node;
    }

    private Node single() {
        Piece piece = next();
        return switch (piece.type()) {
            case NUMBER -> number(piece);
            case TEXT -> new Node.Constant(piece.text());
            case WORD -> named(piece);
            case SYMBOL -> {
                if (!piece.text().equals("(")) {
                    throw mistaken(piece, "a field or a value");
                }
                Node node = or();
                symbol(")", "an operator or )");
                yield node;
            }
            case END -> throw mistaken(piece, "a field or a value");
        };
    }

    private static Node number(Piece piece) {
        String text = piece.text();
        Object whole = ScalarType.INT64.read(text, 0, text.length());
        Object value =
                whole == null || text.indexOf('.') >= 0 ? ScalarType.FLOAT64.read(text, 0, text.length()) : whole;
        if (value == null) {
            throw mistaken(piece, "a number");
        }
        return new Node.Constant(value);
    }

    private Node named(Piece piece) {
        if (peek().isSymbol("(")) {
            return call(piece);
        } else if (piece.isWord("NULL")) {
            return new Node.Constant(null);
        } else if (piece.isWord("TRUE") || piece.isWord("FALSE")) {
            return new Node.Constant(piece.isWord("TRUE"));
        } else if (KEYWORDS.contains(piece.text().toUpperCase(Locale.ROOT))) {
            throw mistaken(piece, "a field or a value (a field of that name stands in backticks)");
        }
        try {
            return new Node.Read(FieldPath.parse(piece.text()));
        } catch (IllegalArgumentException e) {
            throw new TextMistake(piece.column(), String.valueOf(e.getMessage()));
        }
    }

    private Node call(Piece name) {
        Function function = function(name);
        at++;
        List<Node> arguments = new ArrayList<>();
        do {
            arguments.add(or());
        } while (accept(","));
        symbol(")", "a comma or ) after an argument");
        String right = function.wrongCount(arguments.size());
        if (right != null) {
            throw new TextMistake(name.column(), function + " takes " + right + ", found " + arguments.size());
        }
        return function.of(arguments);
    }

    private static Function function(Piece name) {
        for (Function function : Function.values()) {
            if (name.isWord(function.name())) {
                return function;
            }
        }
        String upper = name.text().toUpperCase(Locale.ROOT);
        throw mistaken(
                name,
                "a function",
                Suggestions.nearest(upper, Function.names())
                        .map(meant -> "; did you mean " + meant + "?")
                        .orElse("; there are " + String.join(", ", Function.names())));
    }

    private void enter() {
        if (++depth > DEEPEST) {
            throw mistake("at most " + DEEPEST + " parts within one another");
        }
    }

    private Piece peek() {
        return pieces.get(at);
    }

    private Piece next() {
        Piece piece = peek();
        at += piece.type() == Piece.Type.END ? 0 : 1;
        return piece;
    }

    private boolean word(String word) {
        boolean found = peek().isWord(word);
        at += found ? 1 : 0;
        return found;
    }

    private boolean accept(String symbol) {
        boolean found = peek().isSymbol(symbol);
        at += found ? 1 : 0;
        return found;
    }

    private void require(String word) {
        if (!word(word)) {
            throw mistake(word);
        }
    }

    private void symbol(String symbol, String expected) {
        if (!accept(symbol)) {
            throw mistake(expected);
        }
    }

    private Piece text(String expected) {
        Piece piece = next();
        if (piece.type() != Piece.Type.TEXT) {
            throw mistaken(piece, expected);
        }
        return piece;
    }

    private TextMistake mistake(String expected) {
        return mistaken(peek(), expected);
    }

    private static TextMistake mistaken(Piece found, String expected) {
        return mistaken(found, expected, "");
    }

    private static TextMistake mistaken(Piece found, String expected, String hint) {
        return new TextMistake(found.column(), "expected " + expected + ", found " + found.shown() + hint);
    }
}
