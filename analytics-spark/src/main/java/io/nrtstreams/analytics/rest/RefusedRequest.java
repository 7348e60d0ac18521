package io.nrtstreams.analytics.rest;

import io.nrtstreams.analytics.sql.ErrorCode;

/** A request that is answered with an error. */
final class RefusedRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient RestError error;

    RefusedRequest(RestError error) {
        super(error.message(), null, false, false);
        this.error = error;
    }

    RefusedRequest(int code, String message) {
        this(RestError.of(code, message));
    }

    RefusedRequest(ErrorCode code, String message) {
        this(code.code(), message);
    }

    RestError error() {
        return error;
    }
}
