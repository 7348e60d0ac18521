package io.nrtstreams.connect.cleaning.expr;

/**
 * A piece of a condition's text.
 *
 * @param text a path as it is written, the content of a quoted text, or a symbol
 * @param column where it begins, from 1
 */
record Piece(Type type, String text, int column) {
    enum Type {
        /** A word, or a path of words and of names in backticks. */
        WORD,
        NUMBER,
        TEXT,
        SYMBOL,
        END
    }

    boolean isWord(String word) {
        return type == Type.WORD && text.equalsIgnoreCase(word);
    }

    boolean isSymbol(String symbol) {
        return type == Type.SYMBOL && text.equals(symbol);
    }

    /** The piece as it is shown in an error. */
    String shown() {
        return switch (type) {
            case END -> "the end";
            case TEXT -> "'" + text + "'";
            default -> text;
        };
    }
}
