package io.nrtstreams.analytics.host.output;

/** Records cannot be read, and trying again does not help: they are gone, or the topic is, or may not be read. */
public final class SourceException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Says what is gone or refused, why, and the remedy. */
    public SourceException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Says what is gone or refused, why, and the remedy. */
    public SourceException(String message) {
        super(message);
    }
}
