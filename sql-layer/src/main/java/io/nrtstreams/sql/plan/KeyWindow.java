package io.nrtstreams.sql.plan;

import java.time.Duration;
import java.util.Optional;

/**
 * How a topic's keys are windowed.
 *
 * @param size of time windows; sessions have none
 */
public record KeyWindow(Kind kind, Optional<Duration> size) {
    public enum Kind {
        TUMBLING,
        HOPPING,
        SESSION
    }
}
