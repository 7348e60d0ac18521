package io.nrtstreams.analytics.sql;

import io.nrtstreams.analytics.kafka.BrokerException;
import io.nrtstreams.analytics.sql.command.NotOwnerException;
import io.nrtstreams.analytics.sql.entity.Entity;
import io.nrtstreams.sql.SqlException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What clients are told of what went wrong. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /**
     * The error of a statement.
     *
     * @param entities what the statements before it answered
     */
    static ServiceException of(RuntimeException cause, String statementText, List<Entity> entities) {
        ErrorCode code = code(cause);
        if (code == ErrorCode.SERVER_ERROR && !(cause instanceof ServiceException)) {
            LOG.error("A statement failed for a reason that is not its own.", cause);
        }
        return ServiceException.ofStatement(code, statementText, entities, cause);
    }

    private static ErrorCode code(RuntimeException cause) {
        if (cause instanceof ServiceException known) {
            return known.code();
        } else if (cause instanceof AssertionFailedException) {
            return ErrorCode.ASSERTION_FAILED;
        } else if (cause instanceof NotOwnerException) {
            return ErrorCode.MISDIRECTED;
        } else if (cause instanceof BrokerException broker) {
            return switch (broker.kind()) {
                case FORBIDDEN -> ErrorCode.FORBIDDEN_KAFKA_ACCESS;
                case UNREACHABLE -> ErrorCode.SERVER_ERROR;
                case REFUSED -> ErrorCode.BAD_STATEMENT;
            };
        } else if (cause instanceof SqlException) {
            return ErrorCode.BAD_STATEMENT;
        }
        return ErrorCode.SERVER_ERROR;
    }
}
