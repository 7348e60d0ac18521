package io.nrtstreams.analytics.report;

import java.util.Locale;

/** An SVG picture being written. Colours are classes, so that the page's light and dark styles hold for them. */
final class Svg {
    private final StringBuilder text = new StringBuilder();

    /** A picture with a text that stands in for it where it cannot be seen. */
    Svg(int width, int height, String description) {
        text.append("<svg viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"%s\">"
                .formatted(width, height, width, height, Html.escape(description)));
    }

    Svg line(String style, double x1, double y1, double x2, double y2) {
        return add("<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>", style, x1, y1, x2, y2);
    }

    Svg dot(String style, double x, double y, double radius) {
        return add("<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>", style, x, y, radius);
    }

    /** A line through points, given as an SVG path, e.g. {@code M1 2L3 4}. */
    Svg path(String style, String points) {
        return add("<path class=\"%s\" d=\"%s\"/>", style, points);
    }

    /** A text; {@code anchor} is start, middle or end. */
    Svg text(String style, double x, double y, String anchor, String content) {
        return add(
                "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
                style, x, y, anchor, Html.escape(content));
    }

    /** A text turned to be read upwards, centred at a point. */
    Svg upwards(String style, double x, double y, String content) {
        return add(
                "<text class=\"%s\" transform=\"translate(%.1f %.1f) rotate(-90)\" text-anchor=\"middle\">%s</text>",
                style, x, y, Html.escape(content));
    }

    private Svg add(String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments));
        return this;
    }

    @Override
    public String toString() {
        return text + "</svg>";
    }
}
