package io.nrtstreams.connect.cleaning.core;

/** A mistake in a text of the configuration (a rule list, a declaration of fields), with the column where it is. */
public final class TextMistake extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int column;

    /**
     * A mistake.
     *
     * @param column where it is in the text, from 1
     * @param message what was expected there
     */
    public TextMistake(int column, String message) {
        super("at column " + column + ": " + message);
        this.column = column;
    }

    /** Where it is in the text, from 1. */
    public int column() {
        return column;
    }
}
