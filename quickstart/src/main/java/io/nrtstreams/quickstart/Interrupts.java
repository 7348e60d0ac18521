package io.nrtstreams.quickstart;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A Ctrl-C as a wish to come to an orderly end: the first is taken note of, the second ends the JVM (its shutdown hooks
 * stop the children). Other signals keep their meaning. Thread-safe.
 */
public final class Interrupts {
    /** The exit code that shells give to a command that Ctrl-C ended: 128 and the number of SIGINT. */
    static final int INTERRUPTED = 130;

    private final CountDownLatch wish = new CountDownLatch(1);

    private Interrupts() {}

    /** From now on Ctrl-C is handled here; to be called once. */
    public static Interrupts handled() {
        Interrupts interrupts = new Interrupts();
        interrupts.register();
        return interrupts;
    }

    /** None ever: for a run that only time ends. */
    public static Interrupts none() {
        return new Interrupts();
    }

    /** Waits; says whether the end is wished for. */
    public boolean wishedWithin(Duration duration) {
        try {
            return wish.await(duration.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void interrupted() {
        if (wish.getCount() == 0) {
            // Not on the signal's own thread, on which no other signal could be taken any more.
            new Thread(() -> System.exit(INTERRUPTED), "second-interrupt").start();
        }
        wish.countDown();
    }

    /** By reflection: the compiler warns of sun.misc.Signal, and Java has no other way to a signal. */
    private void register() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object proxy =
                    Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, (self, method, args) -> {
                        interrupted();
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("INT"), proxy);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this JVM does not let Ctrl-C be handled", e);
        }
    }
}
