package io.nrtstreams.shell;

/**
 * Ctrl-C: it ends what runs, and nothing else. One thread says what runs; {@link #interrupt} may come from any.
 */
final class Interrupts {

    private volatile Runnable ending = () -> {};

    /** Says how what runs now is ended; the answer is how what ran before is. */
    Runnable on(Runnable end) {
        Runnable before = ending;
        ending = end;
        return before;
    }

    /** Called by the terminal. */
    void interrupt() {
        ending.run();
    }
}
