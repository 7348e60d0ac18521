package io.nrtstreams.shell;

import java.util.concurrent.atomic.AtomicReference;

/** Ctrl-C: it ends what runs, and nothing else. Thread-safe. */
final class Interrupts {

    private final AtomicReference<Runnable> ending = new AtomicReference<>(() -> {});

    /** Says how what runs now is ended; the answer is how what ran before is. */
    Runnable on(Runnable end) {
        return ending.getAndSet(end);
    }

    /** Called by the terminal. */
    void interrupt() {
        ending.get().run();
    }
}
