package io.nrtstreams.analytics.report;

import io.nrtstreams.analytics.result.Axis;
import java.util.List;

/** The area of a chart with its axes: a grid, ticks with numbers, and titles with units. */
final class Plot {
    /** Half of the page, for two charts side by side. */
    static final int HALF = 560;
    /** Most of the page. */
    static final int WIDE = 900;

    static final int HEIGHT = 360;
    static final int LEFT = 74;
    /** Room for the half of the last tick's text. */
    private static final int MARGIN = 36;

    static final int TOP = 16;
    static final int BOTTOM = HEIGHT - 54;

    private final Svg svg;
    private final int right;

    Plot(int width, String description) {
        svg = new Svg(width, HEIGHT, description);
        right = width - MARGIN;
    }

    /** Where the axes end, in pixels from the left. */
    int right() {
        return right;
    }

    Svg svg() {
        return svg;
    }

    /** A scale from left to right. */
    Scale across(double least, double greatest) {
        return Scale.nice(least, greatest, LEFT, right);
    }

    /** A scale from the bottom up. */
    static Scale up(double least, double greatest) {
        return Scale.nice(least, greatest, BOTTOM, TOP);
    }

    Plot yAxis(Scale scale, Axis axis) {
        for (double tick : scale.ticks()) {
            svg.line("grid", LEFT, scale.at(tick), right, scale.at(tick));
            svg.text("tick", LEFT - 8, scale.at(tick) + 4, "end", Numbers.significant(tick, 6));
        }
        svg.upwards("axis-title", 16, (TOP + BOTTOM) / 2.0, axis.label());
        return this;
    }

    Plot xAxis(Scale scale, Axis axis) {
        for (double tick : scale.ticks()) {
            xTick(scale.at(tick), Numbers.significant(tick, 6));
        }
        return xTitle(axis.label());
    }

    Plot timeAxis(Scale scale, List<TimeTicks.Tick> ticks, String title) {
        ticks.forEach(tick -> xTick(scale.at(tick.epochSecond()), tick.label()));
        return xTitle(title);
    }

    private void xTick(double x, String label) {
        svg.line("axis", x, BOTTOM, x, BOTTOM + 5);
        svg.text("tick", x, BOTTOM + 20, "middle", label);
    }

    private Plot xTitle(String title) {
        svg.line("axis", LEFT, BOTTOM, right, BOTTOM);
        svg.text("axis-title", (LEFT + right) / 2.0, HEIGHT - 10, "middle", title);
        return this;
    }
}
