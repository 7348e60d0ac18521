package io.nrtstreams.connect.cleaning.rules;

/**
 * A piece of a rule list.
 *
 * @param text the piece, without its quotes
 * @param column where it begins, from 1
 */
record Token(Type type, String text, int column) {
    enum Type {
        WORD,
        QUOTED,
        BAR,
        EQUALS,
        END
    }

    boolean isWord(String word) {
        return type == Type.WORD && text.equals(word);
    }

    /** The piece as it is shown in an error. */
    String shown() {
        return switch (type) {
            case END -> "the end of the rule";
            case QUOTED -> "'" + text + "'";
            default -> text;
        };
    }
}
