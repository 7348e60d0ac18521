package io.nrtstreams.quickstart;

/**
 * Something its user can mend: the message is complete (what, why, remedy) and is printed without a stack trace, unless
 * that was asked for.
 */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A failure without a cause worth showing. */
    public CommandFailure(String message) {
        super(message);
    }

    /** A failure whose cause {@code --debug} shows. */
    public CommandFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
