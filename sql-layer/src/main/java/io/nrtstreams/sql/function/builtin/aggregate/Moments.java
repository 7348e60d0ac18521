package io.nrtstreams.sql.function.builtin.aggregate;

import static java.util.Objects.requireNonNull;

import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import io.nrtstreams.sql.type.StructValue;
import java.util.List;

/**
 * How many numbers there were, their sum and the sum of their squared distances from the mean, kept up to date by the
 * updating formulas of Youngs and Cramer (1971) and merged by those of Chan, Golub and LeVeque (1979), which keep their
 * digits where the mean is large and the spread small.
 */
record Moments(long count, double sum, double squares) {

    static final String TYPE_TEXT = "STRUCT<COUNT BIGINT, SUM DOUBLE, M2 DOUBLE>";

    static final SqlType.Struct TYPE = new SqlType.Struct(List.of(
            new SqlType.Field("COUNT", SqlTypes.BIGINT),
            new SqlType.Field("SUM", SqlTypes.DOUBLE),
            new SqlType.Field("M2", SqlTypes.DOUBLE)));

    static final Moments NONE = new Moments(0, 0, 0);

    static Moments of(StructValue state) {
        return new Moments((Long) requireNonNull(state.get(0)), (Double) requireNonNull(state.get(1)), (Double)
                requireNonNull(state.get(2)));
    }

    StructValue toStruct() {
        return new StructValue(TYPE, count, sum, squares);
    }

    Moments plus(double value) {
        long newCount = count + 1;
        double newSum = sum + value;
        return new Moments(newCount, newSum, squares + step(newCount, newSum, value));
    }

    /** Without a number that was among them. Rounding leaves no spread of one number, and never a negative one. */
    Moments minus(double value) {
        if (count <= 1) {
            return NONE;
        }
        double left = count == 2 ? 0 : Math.max(0, squares - step(count, sum, value));
        return new Moments(count - 1, sum - value, left);
    }

    Moments plus(Moments other) {
        if (count == 0 || other.count == 0) {
            return count == 0 ? other : this;
        }
        long newCount = count + other.count;
        double distance = other.sum / other.count - sum / count;
        double between = distance * distance * count * other.count / newCount;
        return new Moments(newCount, sum + other.sum, squares + other.squares + between);
    }

    /** The sample variance; zero of less than two numbers. */
    double variance() {
        return count < 2 ? 0 : squares / (count - 1);
    }

    /** What the last of {@code count} numbers adds to the squares, {@code sum} being that of them all. */
    private static double step(long count, double sum, double value) {
        if (count < 2) {
            return 0;
        }
        double distance = count * value - sum;
        return distance * distance / ((double) count * (count - 1));
    }
}
