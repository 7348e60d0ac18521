package io.nrtstreams.analytics.report;

import io.nrtstreams.analytics.result.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** Values over time, one line each, with the line's name at its end. */
final class LineChart {
    /** The palette has this many colours; further lines begin again, with their names to tell them apart. */
    private static final int COLOURS = 5;

    /** What a tick's text takes with the space beside it, in pixels. */
    private static final int TICK = 90;

    /** No common sans-serif font takes more for a character in the mean, in pixels at the style's size. */
    private static final double CHARACTER = 8.5;

    private static final int LONGEST_NAME = 28;
    private static final int BEFORE_NAME = 8;

    private LineChart() {}

    static String of(Series series) {
        double from = values(series, Series.Point::epochSecond).min().orElse(0);
        double to = values(series, Series.Point::epochSecond).max().orElse(1);
        int room = series.lines().size() > 1 ? roomForNames(series) : 0;
        Plot plot = new Plot(Plot.WIDE, series.subject());
        Scale x = new Scale(from, to > from ? to : from + 1, Plot.LEFT, plot.right() - room);
        Scale y = Plot.up(
                values(series, Series.Point::value).min().orElse(0),
                values(series, Series.Point::value).max().orElse(1));
        int mostTicks = (int) (x.to() - x.from()) / TICK;
        plot.yAxis(y, series.y())
                .timeAxis(
                        x,
                        TimeTicks.between(from, to, series.offset(), mostTicks),
                        "Time (" + TimeTicks.inWords(series.offset()) + ")");
        LabelRows labels = new LabelRows();
        for (int i = 0; i < series.lines().size(); i++) {
            draw(plot.svg(), series.lines().get(i), i % COLOURS, x, y, room > 0 ? labels : null);
        }
        return plot.svg().toString();
    }

    private static void draw(Svg svg, Series.Line line, int colour, Scale x, Scale y, @Nullable LabelRows labels) {
        svg.path("line c" + colour, path(line.points(), x, y));
        if (line.points().size() < 40) {
            line.points()
                    .forEach(point -> svg.dot("mark c" + colour, x.at(point.epochSecond()), y.at(point.value()), 2.4));
        }
        if (labels != null) {
            Series.Point last = line.points().get(line.points().size() - 1);
            svg.text(
                    "line-name c" + colour,
                    x.at(last.epochSecond()) + BEFORE_NAME,
                    labels.free(y.at(last.value())) + 4,
                    "start",
                    name(line));
        }
    }

    private static String path(List<Series.Point> points, Scale x, Scale y) {
        StringBuilder path = new StringBuilder();
        for (Series.Point point : points) {
            path.append(String.format(
                    Locale.ROOT,
                    "%s%.1f %.1f",
                    path.isEmpty() ? "M" : "L",
                    x.at(point.epochSecond()),
                    y.at(point.value())));
        }
        return path.toString();
    }

    private static int roomForNames(Series series) {
        int longest = series.lines().stream()
                .mapToInt(line -> name(line).length())
                .max()
                .orElse(0);
        return BEFORE_NAME + (int) Math.ceil(longest * CHARACTER);
    }

    private static String name(Series.Line line) {
        String label = line.label();
        return label.length() <= LONGEST_NAME ? label : label.substring(0, LONGEST_NAME) + "…";
    }

    private static DoubleStream values(Series series, ToDoubleFunction<Series.Point> value) {
        return series.lines().stream().flatMap(line -> line.points().stream()).mapToDouble(value);
    }

    /** Keeps the names at the ends of lines from being written over each other. */
    private static final class LabelRows {
        private static final double HEIGHT = 15;
        private final List<Double> taken = new ArrayList<>();

        double free(double wanted) {
            double y = wanted;
            while (isTaken(y)) {
                y += HEIGHT;
            }
            taken.add(y);
            return y;
        }

        private boolean isTaken(double y) {
            return taken.stream().anyMatch(other -> Math.abs(other - y) < HEIGHT);
        }
    }
}
