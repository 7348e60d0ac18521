package io.nrtstreams.connect.mock;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A wait that a stop ends. */
interface Pause {
    /**
     * Waits.
     *
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    void upTo(long nanos) throws InterruptedException;

    /** Ends the present wait and all later ones at once; from any thread. */
    void end();

    /** The pause of a running worker. */
    static Pause real() {
        CountDownLatch ended = new CountDownLatch(1);
        return new Pause() {
            @Override
            @SuppressWarnings("ResultOfMethodCallIgnored")
            public void upTo(long nanos) throws InterruptedException {
                ended.await(nanos, TimeUnit.NANOSECONDS);
            }

            @Override
            public void end() {
                ended.countDown();
            }
        };
    }
}
