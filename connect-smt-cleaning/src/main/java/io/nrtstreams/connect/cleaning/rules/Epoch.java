package io.nrtstreams.connect.cleaning.rules;

import io.nrtstreams.connect.cleaning.core.ScalarType;
import io.nrtstreams.connect.cleaning.core.Unfit;
import io.nrtstreams.connect.kit.data.LogicalTimes;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Makes a whole number of a timestamp, since 1970 in one unit; it has milliseconds and no finer digits. */
enum Epoch implements Pure {
    SECONDS {
        @Override
        long of(long millis) {
            return Math.floorDiv(millis, 1_000L);
        }
    },
    MILLISECONDS {
        @Override
        long of(long millis) {
            return millis;
        }
    },
    MICROSECONDS {
        @Override
        long of(long millis) {
            return millis * 1_000;
        }
    },
    NANOSECONDS {
        @Override
        long of(long millis) {
            return millis * 1_000_000;
        }
    };

    /** Beyond it, a long does not hold the nanoseconds; the years 1678 to 2261. */
    private static final long FARTHEST_MILLIS = Long.MAX_VALUE / 1_000_000;

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
        boolean fits = this == SECONDS || this == MILLISECONDS || Math.abs(millis / 2) <= FARTHEST_MILLIS / 2;
        return fits ? (Object) of(millis) : Unfit.VALUE;
    }

    @Override
    public String expected() {
        return "a timestamp; say `timestamp` before";
    }

    @Override
    public ScalarType typeAfter(@Nullable ScalarType before) {
        return ScalarType.INT64;
    }
}
