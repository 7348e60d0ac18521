package io.nrtstreams.it.faults;

import java.io.IOException;

/** Does to one exchange between client and endpoint what is to become of it. */
@FunctionalInterface
interface Strike {
    void at(Exchange exchange) throws IOException;

    /** The endpoint does it, and the connection ends after so many bytes of the answer. */
    static Strike answerCutAfter(int bytes) {
        return exchange -> {
            exchange.answerPart(exchange.ask(), bytes);
            exchange.hangUp();
        };
    }

    /** The same with the length in front of all other headers, where some stores have it. */
    static Strike answerWithLengthInFrontCutAfter(int bytes) {
        return exchange -> {
            exchange.answerPart(exchange.ask().withInFront("Content-Length"), bytes);
            exchange.hangUp();
        };
    }
}
