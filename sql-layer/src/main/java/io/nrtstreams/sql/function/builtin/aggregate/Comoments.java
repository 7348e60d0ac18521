package io.nrtstreams.sql.function.builtin.aggregate;

import static java.util.Objects.requireNonNull;

import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.SqlTypes;
import io.nrtstreams.sql.type.StructValue;
import java.util.List;

/**
 * The {@link Moments} of both numbers of pairs, and the sum of the products of their distances from their means, by the
 * same formulas.
 */
record Comoments(Moments x, Moments y, double products) {

    static final String TYPE_TEXT = "STRUCT<X " + Moments.TYPE_TEXT + ", Y " + Moments.TYPE_TEXT + ", CXY DOUBLE>";

    static final SqlType.Struct TYPE = new SqlType.Struct(List.of(
            new SqlType.Field("X", Moments.TYPE),
            new SqlType.Field("Y", Moments.TYPE),
            new SqlType.Field("CXY", SqlTypes.DOUBLE)));

    static final Comoments NONE = new Comoments(Moments.NONE, Moments.NONE, 0);

    static Comoments of(StructValue state) {
        return new Comoments(
                Moments.of((StructValue) requireNonNull(state.get(0))),
                Moments.of((StructValue) requireNonNull(state.get(1))),
                (Double) requireNonNull(state.get(2)));
    }

    StructValue toStruct() {
        return new StructValue(TYPE, x.toStruct(), y.toStruct(), products);
    }

    Comoments plus(double left, double right) {
        Moments newX = x.plus(left);
        Moments newY = y.plus(right);
        return new Comoments(newX, newY, products + step(newX, newY, left, right));
    }

    /** Without a pair that was among them. Rounding leaves nothing in common of one pair. */
    Comoments minus(double left, double right) {
        if (x.count() <= 1) {
            return NONE;
        }
        double remaining = x.count() == 2 ? 0 : products - step(x, y, left, right);
        return new Comoments(x.minus(left), y.minus(right), remaining);
    }

    Comoments plus(Comoments other) {
        if (x.count() == 0 || other.x.count() == 0) {
            return x.count() == 0 ? other : this;
        }
        double distanceX = other.x.sum() / other.x.count() - x.sum() / x.count();
        double distanceY = other.y.sum() / other.y.count() - y.sum() / y.count();
        double between = distanceX * distanceY * x.count() * other.x.count() / (x.count() + other.x.count());
        return new Comoments(x.plus(other.x), y.plus(other.y), products + other.products + between);
    }

    /** Pearson's coefficient; NaN when one side does not vary. */
    double correlation() {
        return products / (Math.sqrt(x.squares()) * Math.sqrt(y.squares()));
    }

    private static double step(Moments x, Moments y, double left, double right) {
        long count = x.count();
        return count < 2 ? 0 : (count * left - x.sum()) * (count * right - y.sum()) / ((double) count * (count - 1));
    }
}
