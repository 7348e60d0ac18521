package io.nrtstreams.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a figure is shown: three digits that say something, large ones whole. */
final class Figure {
    private static final double WHOLE = 100;
    private static final double TENTHS = 10;

    private Figure() {}

    static String of(@Nullable Double value) {
        if (value == null) {
            return "-";
        }
        if (value == Math.rint(value) || Math.abs(value) >= WHOLE) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, Math.abs(value) >= TENTHS ? "%.1f" : "%.2f", value);
    }
}
