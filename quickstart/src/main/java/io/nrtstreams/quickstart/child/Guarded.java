package io.nrtstreams.quickstart.child;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Runs another main class and ends the JVM as soon as standard input ends. The launcher holds the other end of that
 * pipe and never writes to it: the kernel closes it when the launcher dies, however it dies, so that no child outlives
 * it.
 *
 * <p>The JVM is halted on the spot, unless {@link #GRACE} gives it time for an orderly stop. The broker has that: killed in
 * the middle of a transaction's end it can leave a partition in which nothing committed is read any more, and it takes ten
 * seconds to look through its logs at the next start.
 */
public final class Guarded {
    /** The system property with the milliseconds that an orderly stop may take; 0 where it is not set. */
    public static final String GRACE = "nrt.guard.grace.ms";

    /** The exit code of a child whose launcher is gone. */
    public static final int LAUNCHER_GONE = 86;

    private Guarded() {}

    /**
     * Runs {@code args[0]} with the rest as its arguments.
     *
     * @param args the main class, then its arguments
     */
    public static void main(String[] args) {
        daemon("launcher-guard", () -> endWith(System.in));
        try {
            Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object)
                    Arrays.copyOfRange(args, 1, args.length));
        } catch (InvocationTargetException e) {
            die(e.getCause() == null ? e : e.getCause());
        } catch (ReflectiveOperationException e) {
            die(e);
        }
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void endWith(InputStream in) {
        try {
            while (in.read() >= 0) {
                // Nobody writes to this pipe; only its end means something.
            }
        } catch (IOException e) {
            System.err.println("The pipe to the launcher broke: " + e.getMessage());
        }
        Duration grace = Duration.ofMillis(Long.getLong(GRACE, 0));
        if (!grace.isZero()) {
            // An orderly stop may wait for a part that is gone as well, hence the limit.
            daemon("launcher-guard-limit", () -> haltAfter(grace));
            System.exit(LAUNCHER_GONE);
        }
        Runtime.getRuntime().halt(LAUNCHER_GONE);
    }

    private static void haltAfter(Duration grace) {
        try {
            TimeUnit.MILLISECONDS.sleep(grace.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(LAUNCHER_GONE);
    }

    private static void die(Throwable cause) {
        cause.printStackTrace();
        System.exit(1);
    }
}
