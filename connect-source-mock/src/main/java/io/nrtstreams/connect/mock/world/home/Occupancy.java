package io.nrtstreams.connect.mock.world.home;

import io.nrtstreams.connect.mock.world.climate.WallClock;
import io.nrtstreams.connect.mock.world.noise.DayCurve;
import java.util.List;

/**
 * How busy the people of a house are by the hours of local time, 0 (all asleep or out) to 1, at the full hours from 0
 * to 23 on weekdays and on Saturdays and Sundays; in between it changes evenly. Immutable.
 */
public final class Occupancy {
    /** Out at work on weekdays, home from the late afternoon. */
    public static final Occupancy COMMUTERS = new Occupancy(
            "commuters",
            DayCurve.ofHundredths(
                    8, 6, 5, 5, 6, 14, 42, 60, 38, 18, 14, 14, 15, 14, 14, 16, 24, 46, 78, 98, 100, 84, 52, 22),
            DayCurve.ofHundredths(
                    12, 8, 6, 5, 5, 8, 18, 36, 56, 62, 58, 54, 58, 56, 50, 48, 50, 58, 74, 90, 94, 82, 56, 28));
    /** Somebody is home all day. */
    public static final Occupancy AT_HOME = new Occupancy(
            "at home",
            DayCurve.ofHundredths(
                    8, 6, 5, 5, 8, 20, 40, 54, 58, 54, 52, 58, 66, 58, 48, 48, 52, 62, 80, 96, 92, 72, 42, 18),
            DayCurve.ofHundredths(
                    10, 7, 6, 5, 6, 14, 30, 46, 58, 60, 58, 60, 68, 62, 52, 50, 54, 64, 80, 94, 92, 76, 48, 22));
    /** Up late, and up late the next day. */
    public static final Occupancy NIGHT_OWLS = new Occupancy(
            "night owls",
            DayCurve.ofHundredths(
                    62, 44, 24, 12, 8, 6, 8, 14, 24, 32, 34, 36, 40, 40, 38, 38, 42, 52, 66, 80, 90, 98, 100, 84),
            DayCurve.ofHundredths(
                    76, 62, 40, 20, 10, 6, 6, 8, 14, 26, 40, 48, 54, 54, 50, 48, 50, 56, 66, 76, 86, 94, 98, 90));

    /** All of them. */
    public static final List<Occupancy> ALL = List.of(COMMUTERS, AT_HOME, NIGHT_OWLS);

    private static final int HOURS = 24;
    private static final double HOUR = 3600;

    private final String label;
    private final DayCurve weekday;
    private final DayCurve weekend;

    private Occupancy(String label, DayCurve weekday, DayCurve weekend) {
        this.label = label;
        this.weekday = weekday;
        this.weekend = weekend;
    }

    /** What they are called. */
    public String label() {
        return label;
    }

    /** How busy at a full hour, 0 to 23, of a weekday. */
    public double onWeekday(int hour) {
        return weekday.atHour(hour);
    }

    /** How busy at a full hour, 0 to 23, of a Saturday or Sunday. */
    public double onWeekend(int hour) {
        return weekend.atHour(hour);
    }

    /** How busy at a local time, in seconds from 1970-01-01T00:00 on the clock. */
    public double at(double localSeconds) {
        double hours = localSeconds / HOUR;
        double floor = Math.floor(hours);
        long hour = (long) floor;
        double from = atHour(hour);
        return from + (hours - floor) * (atHour(hour + 1) - from);
    }

    private double atHour(long hour) {
        long day = Math.floorDiv(hour, HOURS);
        return (WallClock.isWeekend(day) ? weekend : weekday).atHour((int) (hour - day * HOURS));
    }
}
