package io.nrtstreams.connect.mock.output;

import java.math.BigInteger;

/**
 * The shortest decimal that reads back as a given double, and of those the nearest to it: {@code digits * 10^exponent}.
 *
 * <p>The method is Raffaello Giulietti's "Schubfach" ("The Schubfach way to render doubles", 2021): scale the double
 * and the two ends of its rounding interval by a power of ten, so that at most two candidates with the fewest digits
 * remain. {@code Double.toString} of JDK 17 is not always the shortest (JDK-4511638), and far slower.
 *
 * @param digits without trailing zeros
 * @param exponent power of ten of the last digit
 */
record ShortestDecimal(long digits, int exponent) {
    private static final int MANTISSA_BITS = 52;
    private static final long MANTISSA = (1L << MANTISSA_BITS) - 1;
    private static final int LEAST_POWER = -1075;
    private static final double LOG10_OF_2 = Math.log10(2);
    private static final double LOG10_OF_3_QUARTERS = Math.log10(0.75);
    private static final double LOG2_OF_10 = Math.log(10) / Math.log(2);

    /** @throws IllegalArgumentException unless {@code value} is finite and above 0 */
    static ShortestDecimal of(double value) {
        if (!(value > 0 && value <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("only finite numbers above 0 have digits");
        }
        long bits = Double.doubleToRawLongBits(value);
        int exponent = (int) (bits >>> MANTISSA_BITS);
        long fraction = bits & MANTISSA;
        long significand = exponent == 0 ? fraction : fraction | (1L << MANTISSA_BITS);
        int power = Math.max(exponent, 1) + LEAST_POWER;
        // Below a power of two the neighbours are twice as near as above it.
        boolean nearBelow = fraction == 0 && exponent > 1;
        return shortest(significand, power, nearBelow);
    }

    private static ShortestDecimal shortest(long significand, int power, boolean nearBelow) {
        double tens = power * LOG10_OF_2 + (nearBelow ? LOG10_OF_3_QUARTERS : 0);
        int ten = (int) Math.floor(tens);
        int shift = power + floorLog2OfPower10(-ten) + 1;
        // In quarters of a unit of the significand: the double itself and the ends of what rounds to it.
        long middle = scaled(-ten, (4 * significand) << shift);
        long low = scaled(-ten, (4 * significand - (nearBelow ? 1 : 2)) << shift);
        long high = scaled(-ten, (4 * significand + 2) << shift);
        // The ends themselves round to an even significand only.
        long odd = significand & 1;
        long floor = middle >>> 2;

        long shorter = floor / 10;
        boolean shorterBelow = low + odd <= 40 * shorter;
        boolean shorterAbove = 40 * shorter + 40 + odd <= high;
        if (floor >= 10 && shorterBelow != shorterAbove) {
            return stripped(shorterAbove ? shorter + 1 : shorter, ten + 1);
        }
        boolean below = low + odd <= 4 * floor;
        boolean above = 4 * floor + 4 + odd <= high;
        if (below != above) {
            return stripped(above ? floor + 1 : floor, ten);
        }
        long distance = middle - (4 * floor + 2);
        boolean up = distance > 0 || (distance == 0 && (floor & 1) == 1);
        return stripped(up ? floor + 1 : floor, ten);
    }

    private static ShortestDecimal stripped(long digits, int exponent) {
        long rest = digits;
        int tens = exponent;
        while (rest % 10 == 0) {
            rest /= 10;
            tens++;
        }
        return new ShortestDecimal(rest, tens);
    }

    /** {@code 10^ten * factor}, scaled by a power of two, rounded to odd: the last bit tells an inexact result. */
    private static long scaled(int ten, long factor) {
        int index = ten - Powers.LEAST;
        long lowProduct = unsignedHigh(Powers.LOW[index], factor);
        long high = unsignedHigh(Powers.HIGH[index], factor);
        long low = Powers.HIGH[index] * factor + lowProduct;
        if (Long.compareUnsigned(low, lowProduct) < 0) {
            high++;
        }
        // The powers are rounded up, which can raise an exact product by less than 2 units here.
        return Long.compareUnsigned(low, 1) > 0 ? high | 1 : high;
    }

    /** The upper 64 bits of an unsigned product; {@code factor} is not negative. */
    private static long unsignedHigh(long unsigned, long factor) {
        return Math.multiplyHigh(unsigned, factor) + ((unsigned >> 63) & factor);
    }

    private static int floorLog2OfPower10(int ten) {
        return (int) Math.floor(ten * LOG2_OF_10);
    }

    /** The powers of ten as unsigned 128-bit numbers with the top bit set, rounded up: 10 KB, made once. */
    private static final class Powers {
        static final int LEAST = -292;
        static final int MOST = 324;
        static final long[] HIGH = new long[MOST - LEAST + 1];
        static final long[] LOW = new long[MOST - LEAST + 1];

        static {
            for (int ten = LEAST; ten <= MOST; ten++) {
                BigInteger scaled = scaledPower(ten, 127 - floorLog2OfPower10(ten));
                HIGH[ten - LEAST] = scaled.shiftRight(64).longValue();
                LOW[ten - LEAST] = scaled.longValue();
            }
        }

        /** {@code 10^ten * 2^twos}, rounded up. */
        private static BigInteger scaledPower(int ten, int twos) {
            BigInteger power = BigInteger.TEN.pow(Math.abs(ten));
            BigInteger dividend = ten < 0 ? BigInteger.ONE : power;
            BigInteger divisor = ten < 0 ? power : BigInteger.ONE;
            BigInteger[] quotient = (twos >= 0 ? dividend.shiftLeft(twos) : dividend)
                    .divideAndRemainder(twos >= 0 ? divisor : divisor.shiftLeft(-twos));
            return quotient[1].signum() == 0 ? quotient[0] : quotient[0].add(BigInteger.ONE);
        }
    }
}
