package io.nrtstreams.bench.sink;

/** A run that did not come to its end; the message says why, as far as it is known, and names the log. */
final class RunFailure extends Exception {
    private static final long serialVersionUID = 1L;

    RunFailure(String message) {
        super(message);
    }
}
