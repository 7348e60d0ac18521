package io.nrtstreams.sql.function.builtin.time;

import io.nrtstreams.sql.function.Parameter;
import io.nrtstreams.sql.function.Present;
import io.nrtstreams.sql.function.ScalarFunction;
import io.nrtstreams.sql.function.Signature;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@ScalarFunction(
        name = "UNIX_TIMESTAMP",
        category = "TIME",
        description = "The milliseconds from 1970-01-01T00:00:00 UTC to a timestamp, or to now.",
        examples = "UNIX_TIMESTAMP('1970-01-01T00:00:01') -> 1000")
final class UnixTimestamp {

    private final Clock clock;

    UnixTimestamp() {
        this(Present.clock());
    }

    UnixTimestamp(Clock clock) {
        this.clock = clock;
    }

    @Signature(description = "to now")
    long now() {
        return clock.millis();
    }

    @Signature
    static @Nullable Long millis(@Parameter(name = "timestamp") @Nullable Instant timestamp) {
        return timestamp == null ? null : timestamp.toEpochMilli();
    }
}
