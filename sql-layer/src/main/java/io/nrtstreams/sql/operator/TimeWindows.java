package io.nrtstreams.sql.operator;

import io.nrtstreams.sql.row.Window;
import io.nrtstreams.sql.tree.Query;
import io.nrtstreams.sql.tree.Query.WindowShape;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/** Which windows a time is in. Single-threaded. */
interface TimeWindows {

    /** The windows, the earliest first. */
    List<Window> of(long time);

    static TimeWindows of(Query.Window window) {
        Duration size;
        Duration advance;
        if (window.shape() instanceof WindowShape.Tumbling tumbling) {
            size = tumbling.size();
            advance = tumbling.size();
        } else if (window.shape() instanceof WindowShape.Hopping hopping) {
            size = hopping.size();
            advance = hopping.advance();
        } else {
            throw new IllegalArgumentException("sessions are no time windows");
        }
        long offset = window.offset().map(Duration::toMillis).orElse(0L);
        return window.zone()
                .<TimeWindows>map(
                        zone -> new ZonedWindows(size.toMillis(), advance.toMillis(), offset, ZoneId.of(zone)))
                .orElseGet(() -> new EvenWindows(size.toMillis(), advance.toMillis(), offset));
    }
}
