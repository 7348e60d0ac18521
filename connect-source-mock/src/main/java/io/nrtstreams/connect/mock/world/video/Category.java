package io.nrtstreams.connect.mock.world.video;

import io.nrtstreams.connect.mock.feed.VideoView;
import io.nrtstreams.connect.mock.world.noise.DayCurve;
import java.util.List;
import java.util.stream.IntStream;

/** What videos are about, and at what time of day they are watched more. Immutable. */
public final class Category {
    private static final List<DayCurve> HOURS = List.of(
            hours(80, 80, 100, 150, 130),
            hours(60, 80, 100, 140, 150),
            hours(50, 80, 120, 120, 160),
            hours(220, 90, 120, 90, 40),
            hours(80, 110, 120, 110, 50),
            hours(140, 100, 90, 120, 80),
            hours(90, 120, 110, 110, 80),
            hours(90, 170, 140, 90, 40));

    /** The categories in the order of {@link VideoView#CATEGORIES}. */
    public static final List<Category> ALL = IntStream.range(0, VideoView.CATEGORIES.size())
            .mapToObj(number -> new Category(number, VideoView.CATEGORIES.get(number), HOURS.get(number)))
            .toList();

    private final int number;
    private final String label;
    private final DayCurve hours;

    private Category(int number, String label, DayCurve hours) {
        this.number = number;
        this.label = label;
        this.hours = hours;
    }

    /** Its place in {@link #ALL}. */
    public int number() {
        return number;
    }

    /** The text it has in records. */
    public String label() {
        return label;
    }

    /** How much more or less than else it is watched at an hour of the day, 0 to below 24. */
    public double share(double hour) {
        return hours.at(hour);
    }

    /** From percent at 6 to 9, 11 to 13, 15 to 17, 19 to 21 and from 23 to 2 o'clock, and evenly in between. */
    private static DayCurve hours(int morning, int noon, int afternoon, int evening, int night) {
        int[] at = new int[24];
        for (int hour = 0; hour < at.length; hour++) {
            at[hour] = between(2, night, 6, morning, hour);
            at[hour] = hour > 6 ? between(9, morning, 11, noon, hour) : at[hour];
            at[hour] = hour > 11 ? between(13, noon, 15, afternoon, hour) : at[hour];
            at[hour] = hour > 15 ? between(17, afternoon, 19, evening, hour) : at[hour];
            at[hour] = hour > 19 ? between(21, evening, 23, night, hour) : at[hour];
        }
        return DayCurve.ofHundredths(at);
    }

    private static int between(int from, int before, int to, int after, int hour) {
        return hour <= from ? before : hour >= to ? after : before + (after - before) * (hour - from) / (to - from);
    }
}
