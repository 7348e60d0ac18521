package io.nrtstreams.connect.mock.world.noise;

import java.util.function.DoubleUnaryOperator;

/**
 * A quantity over the mean Gregorian year of 365.2425 days, tabled by days. The year's parts are those of the calendar
 * within a day or so. Immutable.
 */
public final class YearCurve {
    /** Days of the mean year. */
    public static final double DAYS = 365.2425;

    private static final double SECONDS = DAYS * 86_400;
    private static final double SECONDS_OF_2000 = 946_684_800;
    private static final int STEPS = 366;
    private static final int MONTHS = 12;

    private final double[] values = new double[STEPS + 1];

    private YearCurve(DoubleUnaryOperator ofPart) {
        for (int i = 0; i <= STEPS; i++) {
            values[i] = ofPart.applyAsDouble((double) i / STEPS);
        }
    }

    /** The curve of a function of the part of the year that is over, 0..1. */
    public static YearCurve of(DoubleUnaryOperator ofPart) {
        return new YearCurve(ofPart);
    }

    /** The smooth curve (Catmull and Rom's cubic) through the values of the middles of January to December. */
    public static YearCurve ofMonths(double... months) {
        return new YearCurve(part -> {
            double place = part * MONTHS + MONTHS - 0.5;
            int month = (int) place;
            double a = months[(month - 1) % MONTHS];
            double b = months[month % MONTHS];
            double c = months[(month + 1) % MONTHS];
            double d = months[(month + 2) % MONTHS];
            double t = place - month;
            return b + t / 2 * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
        });
    }

    /** What part of its year is over at an instant, 0..1. */
    public static double part(double epochSeconds) {
        double years = (epochSeconds - SECONDS_OF_2000) / SECONDS;
        return years - Math.floor(years);
    }

    /** The value when {@code part} of the year is over. */
    public double at(double part) {
        double place = part * STEPS;
        int day = Math.min((int) place, STEPS - 1);
        return values[day] + (place - day) * (values[day + 1] - values[day]);
    }
}
