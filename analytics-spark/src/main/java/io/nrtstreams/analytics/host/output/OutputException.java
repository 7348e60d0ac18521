package io.nrtstreams.analytics.host.output;

/** Reading or writing failed and no query is to blame; another try may do. */
public final class OutputException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public OutputException(String message, Throwable cause) {
        super(message, cause);
    }

    public OutputException(String message) {
        super(message);
    }
}
