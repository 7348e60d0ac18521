package io.nrtstreams.bench.jvm;

/** A run that did not come to its end; the message says why, as far as it is known, and names the log. */
public final class RunFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param message why, as far as it is known */
    public RunFailure(String message) {
        super(message);
    }
}
