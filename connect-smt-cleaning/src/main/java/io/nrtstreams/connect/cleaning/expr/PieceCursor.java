package io.nrtstreams.connect.cleaning.expr;

import io.nrtstreams.connect.cleaning.core.TextMistake;
import java.util.List;

/** A place among the pieces of a condition. */
final class PieceCursor {
    private final List<Piece> pieces;
    private int at;

    /** At the beginning of {@code pieces}, of which the last is an END. */
    PieceCursor(List<Piece> pieces) {
        this.pieces = pieces;
    }

    Piece peek() {
        return pieces.get(at);
    }

    /** Takes the piece in hand; the END stays there. */
    Piece next() {
        Piece piece = peek();
        at += piece.type() == Piece.Type.END ? 0 : 1;
        return piece;
    }

    /** Takes the piece in hand if it is that symbol, and says whether it was. */
    boolean accept(String symbol) {
        boolean found = peek().isSymbol(symbol);
        at += found ? 1 : 0;
        return found;
    }

    /** Takes the piece in hand if it is that word, and says whether it was. */
    boolean acceptWord(String word) {
        boolean found = peek().isWord(word);
        at += found ? 1 : 0;
        return found;
    }

    /** Takes that symbol. */
    void require(String symbol, String expected) {
        if (!accept(symbol)) {
            throw mistake(expected);
        }
    }

    /** Takes that word. */
    void requireWord(String word) {
        if (!acceptWord(word)) {
            throw mistake(word);
        }
    }

    /** Takes a text in quotes. */
    Piece text(String expected) {
        Piece piece = next();
        if (piece.type() != Piece.Type.TEXT) {
            throw mistaken(piece, expected);
        }
        return piece;
    }

    /** The mistake that something else was expected than the piece in hand. */
    TextMistake mistake(String expected) {
        return mistaken(peek(), expected);
    }

    /** The mistake that something else was expected than {@code found}. */
    static TextMistake mistaken(Piece found, String expected) {
        return mistaken(found, expected, "");
    }

    /** The same, with a hint at the end. */
    static TextMistake mistaken(Piece found, String expected, String hint) {
        return new TextMistake(found.column(), "expected " + expected + ", found " + found.shown() + hint);
    }
}
