package io.nrtstreams.quickstart.demo;

import java.util.Locale;

/** Numbers as people read them on a terminal. */
final class Figures {
    private Figures() {}

    /** E.g. {@code 512 B}, {@code 34.5 KiB}, {@code 1.2 MiB}. */
    static String bytes(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        double kibibytes = bytes / 1024.0;
        return kibibytes < 1024
                ? String.format(Locale.ROOT, "%.1f KiB", kibibytes)
                : String.format(Locale.ROOT, "%.1f MiB", kibibytes / 1024);
    }

    /** Seconds with one decimal. */
    static double seconds(long nanos) {
        return Math.round(nanos / 1e8) / 10.0;
    }
}
