package io.nrtstreams.connect.mock.replay;

/**
 * A row that does not hold what is declared. It has no stack trace, for it may be thrown a million times, and never
 * names a value.
 */
final class BadRowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String column;
    private final String rule;
    private final String reason;
    private final String remedy;

    /**
     * A bad row.
     *
     * @param column what does not fit, empty if it is the row as a whole
     * @param rule the type it should have, empty if it is not about a type
     * @param reason what is wrong
     * @param remedy what to do about it
     */
    BadRowException(String column, String rule, String reason, String remedy) {
        super(reason, null, false, false);
        this.column = column;
        this.rule = rule;
        this.reason = reason;
        this.remedy = remedy;
    }

    static BadRowException ofType(String column, ColumnType expected) {
        return new BadRowException(
                column,
                expected.label(),
                "expected " + expected.label(),
                "correct the file, or declare another type in replay.columns");
    }

    String column() {
        return column;
    }

    String rule() {
        return rule;
    }

    String reason() {
        return reason;
    }

    /** The whole message for a row at {@code coordinates}. */
    String at(String coordinates) {
        return coordinates + (column.isEmpty() ? "" : ", column " + column) + ": " + reason + "; " + remedy;
    }
}
