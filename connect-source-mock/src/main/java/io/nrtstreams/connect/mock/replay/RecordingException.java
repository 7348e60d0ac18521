package io.nrtstreams.connect.mock.replay;

import org.apache.kafka.connect.errors.ConnectException;
import org.jspecify.annotations.Nullable;

/** A recorded file that cannot be replayed. The message names the file, the line and column, and the remedy. */
public final class RecordingException extends ConnectException {
    private static final long serialVersionUID = 1L;

    RecordingException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
