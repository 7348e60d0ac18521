package io.nrtstreams.sql.function.builtin.math;

import java.util.List;

/** Lists the functions of numbers. */
public final class MathFunctions {

    private MathFunctions() {}

    public static List<Class<?>> all() {
        return List.of(
                Abs.class,
                Acos.class,
                Asin.class,
                Atan.class,
                Atan2.class,
                Cbrt.class,
                Ceil.class,
                Cos.class,
                Cosh.class,
                Cot.class,
                Degrees.class,
                Exp.class,
                Floor.class,
                Greatest.class,
                Least.class,
                Ln.class,
                Log.class,
                Pi.class,
                Power.class,
                Radians.class,
                Random.class,
                Round.class,
                Sign.class,
                Sin.class,
                Sinh.class,
                Sqrt.class,
                Tan.class,
                Tanh.class,
                Trunc.class);
    }
}
