package io.nrtstreams.analytics.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.nrtstreams.analytics.sql.ErrorCode;
import io.nrtstreams.analytics.sql.ServiceException;
import io.nrtstreams.analytics.sql.entity.Entity;
import io.nrtstreams.analytics.sql.entity.EntityJson;
import io.nrtstreams.sql.SqlException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a client is told of a request that failed.
 *
 * @param code the HTTP status times 100, and two digits that tell its causes apart
 * @param statementText the statement at fault, when one is
 * @param entities what the statements before it answered
 */
record RestError(int code, String message, Optional<String> statementText, List<Entity> entities) {

    /** Codes beside those of the service. */
    static final int HTTP2_ONLY = 40004;

    static final int METHOD_NOT_ALLOWED = 40500;
    static final int NOT_ACCEPTABLE = 40600;
    static final int REQUEST_TIMEOUT = 40800;
    static final int BODY_TOO_LARGE = 41300;

    private static final Logger LOG = LoggerFactory.getLogger(RestError.class);
    private static final AtomicLong INCIDENTS = new AtomicLong();

    static RestError of(int code, String message) {
        return new RestError(code, message, Optional.empty(), List.of());
    }

    static RestError of(ErrorCode code, String message) {
        return of(code.code(), message);
    }

    /** What the client may know of a failure; what it may not know is in the log. */
    static RestError of(Throwable failure) {
        if (failure instanceof RefusedRequest refused) {
            return refused.error();
        } else if (failure instanceof ServiceException service) {
            return new RestError(
                    service.code().code(),
                    String.valueOf(service.getMessage()),
                    service.statementText(),
                    service.entities());
        } else if (failure instanceof SqlException sql) {
            return of(ErrorCode.BAD_STATEMENT, String.valueOf(sql.getMessage()));
        }
        long incident = INCIDENTS.incrementAndGet();
        LOG.error("request failed, incident {}", incident, failure);
        return of(
                ErrorCode.SERVER_ERROR,
                "the server could not answer: its log says why, at \"incident " + incident + "\"");
    }

    int status() {
        return code / 100;
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("@type", statementText.isPresent() ? "statement_error" : "generic_error")
                .put("error_code", code)
                .put("message", message);
        statementText.ifPresent(text -> {
            json.put("statementText", text);
            json.putRawValue("entities", new RawValue(EntityJson.write(entities)));
        });
        return json;
    }
}
