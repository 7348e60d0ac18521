package io.nrtstreams.connect.cleaning.rules;

/** A mistake in the text of a configuration, with the column where it is. */
public final class RuleMistake extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int column;

    /**
     * A mistake.
     *
     * @param column where it is in the text, from 1
     * @param message what was expected there
     */
    public RuleMistake(int column, String message) {
        super("at column " + column + ": " + message);
        this.column = column;
    }

    /** Where it is in the text, from 1. */
    public int column() {
        return column;
    }
}
