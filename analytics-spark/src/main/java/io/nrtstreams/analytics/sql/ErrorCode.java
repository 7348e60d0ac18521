package io.nrtstreams.analytics.sql;

/** The error codes of the REST API, whose clients tell errors apart by them. */
public enum ErrorCode {
    BAD_REQUEST(40000),
    /** A statement cannot be understood or carried out. */
    BAD_STATEMENT(40001),
    /** The statement gives rows and belongs to the other endpoint. */
    QUERY_ENDPOINT(40002),
    TOO_MANY_PUSH_QUERIES(40003),
    UNAUTHORIZED(40100),
    FORBIDDEN(40300),
    /** The broker does not allow it. */
    FORBIDDEN_KAFKA_ACCESS(40301),
    NOT_FOUND(40400),
    /** An ASSERT does not hold. */
    ASSERTION_FAILED(41700),
    /** Another server is the one that may do it. */
    MISDIRECTED(42100),
    /** The statement needs a schema registry, and there is none. */
    NO_SCHEMA_REGISTRY(42801),
    TOO_MANY_REQUESTS(42900),
    SERVER_ERROR(50000),
    /** A command before this one was not carried out in time. */
    COMMAND_TIMEOUT(50301),
    NOT_READY(50302),
    SHUTTING_DOWN(50303);

    private final int code;

    ErrorCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /** The HTTP status that goes with it. */
    public int status() {
        return code / 100;
    }
}
