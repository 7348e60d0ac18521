package io.nrtstreams.it.faults;

import java.io.IOException;

/** What may become of one request on its way to the endpoint and back. */
enum Fault implements Strike {
    /** Nothing: it is answered as the endpoint answers it. */
    NONE(Exchange::passOn),
    /** The connection ends before the endpoint sees anything of it. */
    REQUEST_LOST(Exchange::hangUp),
    /** The endpoint does it, and the connection ends before the answer. */
    ANSWER_LOST(exchange -> {
        exchange.ask();
        exchange.hangUp();
    }),
    /** The endpoint gets the head and half of the body, then both connections end. */
    REQUEST_CUT(exchange -> {
        exchange.askHalf();
        exchange.hangUp();
    }),
    /** The endpoint does it, and the connection ends in the middle of the answer. */
    ANSWER_CUT(exchange -> {
        exchange.answerHalf(exchange.ask());
        exchange.hangUp();
    }),
    /** It is on its way until the proxy is told to let it go; then the endpoint does it, and nobody hears the answer. */
    HELD(exchange -> {
        exchange.awaitRelease();
        exchange.ask();
        exchange.hangUp();
    }),
    /** It is answered, only later. */
    SLOW(exchange -> {
        exchange.pause();
        exchange.passOn();
    }),
    /** The store is busy, as S3 says it. */
    SLOW_DOWN(exchange -> exchange.answer(HttpMessage.error(503, "SlowDown"))),
    /** The store fails and has done nothing. */
    INTERNAL_ERROR(exchange -> exchange.answer(HttpMessage.error(500, "InternalError"))),
    /** The store fails after it has done it. */
    DONE_BUT_INTERNAL_ERROR(exchange -> {
        exchange.ask();
        exchange.answer(HttpMessage.error(500, "InternalError"));
    }),
    /** The store fails after it has sent the status of success, as S3 may where an upload is completed. */
    ERROR_WITHIN_SUCCESS(exchange -> exchange.answer(HttpMessage.errorWithinSuccess())),
    /** A conditional write met another one. */
    CONFLICT(exchange -> exchange.answer(HttpMessage.error(409, "ConditionalRequestConflict")));

    private final Strike strike;

    Fault(Strike strike) {
        this.strike = strike;
    }

    @Override
    public void at(Exchange exchange) throws IOException {
        strike.at(exchange);
    }
}
