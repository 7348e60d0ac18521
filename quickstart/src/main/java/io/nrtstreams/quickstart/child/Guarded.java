package io.nrtstreams.quickstart.child;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs another main class and ends the JVM as soon as standard input ends. The launcher holds the other end of that
 * pipe and never writes to it: the kernel closes it when the launcher dies, however it dies, so that no child outlives
 * it.
 */
public final class Guarded {
    /** The exit code of a child whose launcher is gone. */
    public static final int LAUNCHER_GONE = 86;

    private Guarded() {}

    /**
     * Runs {@code args[0]} with the rest as its arguments.
     *
     * @param args the main class, then its arguments
     */
    public static void main(String[] args) {
        Thread guard = new Thread(() -> haltAtTheEndOf(System.in), "launcher-guard");
        guard.setDaemon(true);
        guard.start();
        try {
            Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object)
                    Arrays.copyOfRange(args, 1, args.length));
        } catch (InvocationTargetException e) {
            die(e.getCause() == null ? e : e.getCause());
        } catch (ReflectiveOperationException e) {
            die(e);
        }
    }

    private static void haltAtTheEndOf(InputStream in) {
        try {
            while (in.read() >= 0) {
                // Nobody writes to this pipe; only its end means something.
            }
        } catch (IOException e) {
            System.err.println("The pipe to the launcher broke: " + e.getMessage());
        }
        // Not exit(): an orderly stop may wait for a part that is gone as well.
        Runtime.getRuntime().halt(LAUNCHER_GONE);
    }

    private static void die(Throwable cause) {
        cause.printStackTrace();
        System.exit(1);
    }
}
