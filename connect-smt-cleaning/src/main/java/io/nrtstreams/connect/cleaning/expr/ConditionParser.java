package io.nrtstreams.connect.cleaning.expr;

import io.nrtstreams.connect.cleaning.core.IsoTime;
import io.nrtstreams.connect.cleaning.core.ScalarType;
import io.nrtstreams.connect.cleaning.core.TextMistake;
import io.nrtstreams.connect.kit.config.Suggestions;
import io.nrtstreams.connect.kit.data.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a condition by recursive descent, loosest operators first: OR, AND, NOT, comparisons, {@code + -},
 * {@code * / %}, the sign, and what stands alone.
 */
final class ConditionParser {
    /** Parts within one another or terms of one sum, which bounds the depth of the stack. */
    private static final int DEEPEST = 100;

    private static final Set<String> KEYWORDS =
            Set.of("AND", "OR", "NOT", "IS", "NULL", "BETWEEN", "IN", "LIKE", "RLIKE", "TRUE", "FALSE");

    private final PieceCursor pieces;
    private int depth;

    ConditionParser(String text) {
        this.pieces = new PieceCursor(Pieces.of(text));
    }

    Node parse() {
        Node node = or();
        if (pieces.peek().type() != Piece.Type.END) {
            throw pieces.mistake("AND, OR or the end");
        }
        return node;
    }

    private Node or() {
        enter();
        List<Node> nodes = new ArrayList<>();
        do {
            nodes.add(and());
        } while (pieces.acceptWord("OR"));
        depth--;
        return Logic.or(nodes);
    }

    private Node and() {
        List<Node> nodes = new ArrayList<>();
        do {
            nodes.add(not());
        } while (pieces.acceptWord("AND"));
        return Logic.and(nodes);
    }

    private Node not() {
        if (!pieces.acceptWord("NOT")) {
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
            pieces.next();
            return operator.of(left, sum());
        }
        if (pieces.acceptWord("IS")) {
            boolean negated = pieces.acceptWord("NOT");
            pieces.requireWord("NULL");
            return record -> (left.evaluate(record) == null) != negated;
        }
        boolean negated = pieces.acceptWord("NOT");
        Node test = test(left, negated);
        return negated ? Logic.not(test) : test;
    }

    private @Nullable Comparison comparisonInHand() {
        Piece piece = pieces.peek();
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
        if (pieces.acceptWord("BETWEEN")) {
            Node least = sum();
            pieces.requireWord("AND");
            return Logic.and(List.of(Comparison.AT_LEAST.of(left, least), Comparison.AT_MOST.of(left, sum())));
        } else if (pieces.acceptWord("IN")) {
            return Comparison.equalToOneOf(left, values());
        } else if (pieces.acceptWord("LIKE")) {
            return Matching.like(
                    left, pieces.text("a pattern in quotes, in which % stands for any text and _ for a character"));
        } else if (pieces.acceptWord("RLIKE")) {
            return Matching.rlike(left, pieces.text("a regular expression in quotes"));
        } else if (negated) {
            throw pieces.mistake("BETWEEN, IN, LIKE or RLIKE after NOT");
        }
        return left;
    }

    private List<Node> values() {
        pieces.require("(", "( and the values after IN");
        List<Node> values = new ArrayList<>();
        do {
            values.add(sum());
        } while (pieces.accept(","));
        pieces.require(")", "a comma or ) after a value");
        return values;
    }

    private Node sum() {
        Node node = product();
        int terms = 0;
        for (Arithmetic operator = sign(); operator != null; operator = sign()) {
            enter();
            terms++;
            node = operator.of(node, product());
        }
        depth -= terms;
        return node;
    }

    private @Nullable Arithmetic sign() {
        if (pieces.accept("+")) {
            return Arithmetic.PLUS;
        }
        return pieces.accept("-") ? Arithmetic.MINUS : null;
    }

    private Node product() {
        Node node = signed();
        int factors = 0;
        for (Arithmetic operator = times(); operator != null; operator = times()) {
            enter();
            factors++;
            node = operator.of(node, signed());
        }
        depth -= factors;
        return node;
    }

    private @Nullable Arithmetic times() {
        if (pieces.accept("*")) {
            return Arithmetic.TIMES;
        } else if (pieces.accept("/")) {
            return Arithmetic.BY;
        }
        return pieces.accept("%") ? Arithmetic.MODULO : null;
    }

    private Node signed() {
        if (!pieces.accept("-")) {
            return single();
        }
        if (pieces.peek().type() == Piece.Type.NUMBER) {
            Piece digits = pieces.next();
            return number(new Piece(Piece.Type.NUMBER, "-" + digits.text(), digits.column()));
        }
        enter();
        Node node = Arithmetic.MINUS.of(new Node.Constant(0L), signed());
        depth--;
        return node;
    }

    private Node single() {
        Piece piece = pieces.next();
        return switch (piece.type()) {
            case NUMBER -> number(piece);
            case TEXT -> new Node.Constant(piece.text());
            case WORD -> named(piece);
            case SYMBOL -> {
                if (!piece.text().equals("(")) {
                    throw PieceCursor.mistaken(piece, "a field or a value");
                }
                Node node = or();
                pieces.require(")", "an operator or )");
                yield node;
            }
            case END -> throw PieceCursor.mistaken(piece, "a field or a value");
        };
    }

    private static Node number(Piece piece) {
        String text = piece.text();
        Object whole = ScalarType.INT64.read(text, 0, text.length());
        Object value =
                whole == null || text.indexOf('.') >= 0 ? ScalarType.FLOAT64.read(text, 0, text.length()) : whole;
        if (value == null) {
            throw PieceCursor.mistaken(piece, "a number");
        }
        return new Node.Constant(value);
    }

    private Node named(Piece piece) {
        if (pieces.peek().isSymbol("(")) {
            return call(piece);
        } else if (piece.isWord("NULL")) {
            return new Node.Constant(null);
        } else if (piece.isWord("TIMESTAMP") && pieces.peek().type() == Piece.Type.TEXT) {
            return timestamp(pieces.next());
        } else if (piece.isWord("TRUE") || piece.isWord("FALSE")) {
            return new Node.Constant(piece.isWord("TRUE"));
        } else if (KEYWORDS.contains(piece.text().toUpperCase(Locale.ROOT))) {
            throw PieceCursor.mistaken(piece, "a field or a value (a field of that name stands in backticks)");
        }
        try {
            return new Node.Read(FieldPath.parse(piece.text()));
        } catch (IllegalArgumentException e) {
            throw new TextMistake(piece.column(), String.valueOf(e.getMessage()));
        }
    }

    private static Node timestamp(Piece text) {
        IsoTime time = IsoTime.scan(text.text());
        if (time == null) {
            throw PieceCursor.mistaken(text, "a time by ISO 8601, e.g. '2024-01-31T06:30:00Z'");
        }
        return new Node.Constant(time.inUtc().toEpochMilli());
    }

    private Node call(Piece name) {
        Function function = function(name);
        pieces.next();
        List<Node> arguments = new ArrayList<>();
        do {
            arguments.add(or());
        } while (pieces.accept(","));
        pieces.require(")", "a comma or ) after an argument");
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
        throw PieceCursor.mistaken(
                name,
                "a function",
                Suggestions.nearest(upper, Function.names())
                        .map(meant -> "; did you mean " + meant + "?")
                        .orElse("; there are " + String.join(", ", Function.names())));
    }

    private void enter() {
        if (++depth > DEEPEST) {
            throw pieces.mistake("at most " + DEEPEST + " parts within one another or in one sum");
        }
    }
}
