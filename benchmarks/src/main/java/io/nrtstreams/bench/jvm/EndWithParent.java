package io.nrtstreams.bench.jvm;

import java.io.IOException;
import java.io.OutputStream;

/** Ends a child JVM when its parent ends, whichever way: then its standard input does. */
public final class EndWithParent {
    private static final int ORPHANED = 130;

    private EndWithParent() {}

    /** Watches from now on, on a thread of its own. */
    public static void watch() {
        Thread watch = new Thread(EndWithParent::await, "parent-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private static void await() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // Nobody is at the other end, which is what is waited for.
        }
        Runtime.getRuntime().halt(ORPHANED);
    }
}
