package io.nrtstreams.analytics.result;

import java.time.ZoneOffset;
import java.util.List;

/**
 * Values over time, as one or more lines.
 *
 * @param name the chart's name
 * @param subject what the heading calls it, e.g. {@code Northwest load over a week}
 * @param y the quantity
 * @param offset the offset from UTC in which the time axis is labelled
 * @param lines the lines, each in the order of time
 */
public record Series(String name, String subject, Axis y, ZoneOffset offset, List<Line> lines) {
    /**
     * One line.
     *
     * @param label what it stands for
     * @param points the points in the order of time
     */
    public record Line(String label, List<Point> points) {}

    /**
     * One point.
     *
     * @param epochSecond when, seconds since 1970-01-01T00:00Z
     * @param value how much, in the axis's unit
     */
    public record Point(double epochSecond, double value) {}
}
