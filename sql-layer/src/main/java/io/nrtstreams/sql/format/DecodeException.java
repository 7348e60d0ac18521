package io.nrtstreams.sql.format;

import org.jspecify.annotations.Nullable;

/** Bytes that are not what the schema says. The message names the column and what was expected, never the value. */
public final class DecodeException extends Exception {

    private static final long serialVersionUID = 1L;

    public DecodeException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    public DecodeException(String message) {
        this(message, null);
    }
}
