package io.nrtstreams.analytics.sql;

import io.nrtstreams.analytics.sql.entity.Entity;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that cannot be answered, as an error of the REST API tells it. */
public final class ServiceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient Optional<String> statementText;
    private final transient List<Entity> entities;

    private ServiceException(
            ErrorCode code,
            String message,
            Optional<String> statementText,
            List<Entity> entities,
            @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.statementText = statementText;
        this.entities = List.copyOf(entities);
    }

    /** Something that no statement is at fault for. */
    public static ServiceException of(ErrorCode code, String message) {
        return new ServiceException(code, message, Optional.empty(), List.of(), null);
    }

    /**
     * A statement that cannot be carried out.
     *
     * @param entities what the statements before it answered
     */
    public static ServiceException ofStatement(
            ErrorCode code, String statementText, List<Entity> entities, RuntimeException cause) {
        String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return new ServiceException(code, message, Optional.of(statementText), entities, cause);
    }

    public ErrorCode code() {
        return code;
    }

    /** The statement at fault, when one is. */
    public Optional<String> statementText() {
        return statementText;
    }

    /** What the statements before it answered. */
    public List<Entity> entities() {
        return entities;
    }
}
