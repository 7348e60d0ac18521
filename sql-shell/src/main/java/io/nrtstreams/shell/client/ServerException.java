package io.nrtstreams.shell.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The server cannot be reached, or refuses a request; the message is for the user. */
public final class ServerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int errorCode;
    private final transient List<JsonNode> entities;

    ServerException(int errorCode, String message, List<JsonNode> entities) {
        super(message);
        this.errorCode = errorCode;
        this.entities = List.copyOf(entities);
    }

    ServerException(String message, Throwable cause) {
        super(message, cause);
        this.errorCode = 0;
        this.entities = List.of();
    }

    /** The server's own code, such as 40001; 0 when it did not answer at all. */
    public int errorCode() {
        return errorCode;
    }

    /** What the statements before the one at fault answered. */
    public List<JsonNode> entities() {
        return entities;
    }
}
