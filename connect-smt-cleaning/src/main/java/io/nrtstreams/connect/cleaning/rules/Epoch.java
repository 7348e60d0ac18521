package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.ScalarType;
import io.nrtstreams.connect.cleaning.core.Unfit;
import io.nrtstreams.connect.kit.data.LogicalTimes;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Makes a whole number of a timestamp, since 1970 in one unit; it has milliseconds and no finer digits. */
enum Epoch implements Pure {
    SECONDS(Long.MAX_VALUE) {
        @Override
        long of(long millis) {
            return Math.floorDiv(millis, 1_000L);
        }
    },
    MILLISECONDS(Long.MAX_VALUE) {
        @Override
        long of(long millis) {
            return millis;
        }
    },
    MICROSECONDS(Long.MAX_VALUE / 1_000) {
        @Override
        long of(long millis) {
            return millis * 1_000;
        }
    },
    NANOSECONDS(Long.MAX_VALUE / 1_000_000) {
        @Override
        long of(long millis) {
            return millis * 1_000_000;
        }
    };

    /** Beyond it, a long does not hold the unit: nanoseconds reach from the year 1678 to 2261. */
    private final long farthestMillis;

    Epoch(long farthestMillis) {
        this.farthestMillis = farthestMillis;
    }

    static Epoch parse(Arguments arguments) {
        return switch (arguments.word("s", "ms", "us", "ns")) {
            case "s" -> SECONDS;
            case "us" -> MICROSECONDS;
            case "ns" -> NANOSECONDS;
            default -> MILLISECONDS;
        };
    }

    abstract long of(long millis);

    @Override
    public Object apply(Object value) {
        if (!(value instanceof Date date)) {
            return Unfit.KIND;
        }
        long millis = LogicalTimes.millis(date);
        boolean fits = millis >= -farthestMillis && millis <= farthestMillis;
        return fits ? (Object) of(millis) : Unfit.VALUE;
    }

    @Override
    public String expected() {
        return "a timestamp that an int64 holds in this unit; say `timestamp` before";
    }

    @Override
    public ScalarType typeAfter(@Nullable ScalarType before) {
        return ScalarType.INT64;
    }
}
