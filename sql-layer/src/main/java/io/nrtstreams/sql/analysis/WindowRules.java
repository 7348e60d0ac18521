package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.plan.KeyWindow;
import io.nrtstreams.sql.tree.Query.Window;
import io.nrtstreams.sql.tree.Query.WindowShape;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/** Which windows there can be. */
final class WindowRules {

    private WindowRules() {}

    static void check(Window window) {
        WindowShape shape = window.shape();
        Duration size = sizeOf(shape);
        if (size.isZero() || size.isNegative()) {
            throw refused(window, "The size of a window must be more than nothing.");
        }
        if (shape instanceof WindowShape.Hopping hopping) {
            if (hopping.advance().isZero() || hopping.advance().isNegative()) {
                throw refused(window, "ADVANCE BY must be more than nothing.");
            }
            if (hopping.advance().compareTo(size) > 0) {
                throw refused(
                        window,
                        "ADVANCE BY is longer than SIZE, so records between two windows would be lost. Make it "
                                + DurationText.of(size)
                                + " at most.");
            }
        }
        Duration grace = window.grace().orElse(Duration.ZERO);
        if (window.retention().isPresent() && window.retention().get().compareTo(size.plus(grace)) < 0) {
            throw refused(
                    window,
                    "RETENTION is shorter than the window and its GRACE PERIOD together, so open windows would be lost."
                            + " Make it " + DurationText.of(size.plus(grace)) + " at least.");
        }
        window.zone().ifPresent(zone -> checkZone(window, zone));
        boolean session = shape instanceof WindowShape.Session;
        if (session && (window.offset().isPresent() || window.zone().isPresent())) {
            throw refused(window, "Sessions begin with a record, so they take no OFFSET and no time zone.");
        }
    }

    private static void checkZone(Window window, String zone) {
        try {
            var unused = ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw refused(window, "There is no time zone '" + zone + "'. Use a name such as 'Europe/Berlin'.");
        }
    }

    static KeyWindow keyWindow(WindowShape shape) {
        if (shape instanceof WindowShape.Tumbling tumbling) {
            return new KeyWindow(KeyWindow.Kind.TUMBLING, Optional.of(tumbling.size()));
        }
        if (shape instanceof WindowShape.Hopping hopping) {
            return new KeyWindow(KeyWindow.Kind.HOPPING, Optional.of(hopping.size()));
        }
        return new KeyWindow(KeyWindow.Kind.SESSION, Optional.empty());
    }

    private static Duration sizeOf(WindowShape shape) {
        if (shape instanceof WindowShape.Tumbling tumbling) {
            return tumbling.size();
        }
        return shape instanceof WindowShape.Hopping hopping ? hopping.size() : ((WindowShape.Session) shape).gap();
    }

    private static SqlException refused(Window window, String problem) {
        return new SqlException(window.position(), problem);
    }
}
