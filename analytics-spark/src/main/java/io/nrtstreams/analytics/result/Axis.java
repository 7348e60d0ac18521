package io.nrtstreams.analytics.result;

/**
 * What a chart's axis shows.
 *
 * @param title the quantity as it stands within a sentence, e.g. {@code temperature} or {@code Northwest load}
 * @param unit its unit, e.g. {@code °F}; empty if it has none
 */
public record Axis(String title, String unit) {
    /** Title and unit as an axis shows them, e.g. {@code Temperature (°F)}. */
    public String label() {
        String heading = title.isEmpty() ? title : Character.toUpperCase(title.charAt(0)) + title.substring(1);
        return unit.isEmpty() ? heading : heading + " (" + unit + ")";
    }
}
