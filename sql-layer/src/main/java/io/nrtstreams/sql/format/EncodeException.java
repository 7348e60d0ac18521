package io.nrtstreams.sql.format;

import org.jspecify.annotations.Nullable;

/** A row that cannot be written in its format. The message names the column, never the value. */
public final class EncodeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public EncodeException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    public EncodeException(String message) {
        this(message, null);
    }
}
