package io.nrtstreams.analytics.result;

/**
 * What a chart's axis shows.
 *
 * @param title the quantity, e.g. {@code Temperature}
 * @param unit its unit, e.g. {@code °F}; empty if it has none
 */
public record Axis(String title, String unit) {
    /** Title and unit as an axis shows them, e.g. {@code Temperature (°F)}. */
    public String label() {
        return unit.isEmpty() ? title : title + " (" + unit + ")";
    }
}
