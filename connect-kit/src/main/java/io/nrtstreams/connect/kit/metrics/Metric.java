package io.nrtstreams.connect.kit.metrics;

/**
 * A metric of a plugin.
 *
 * @param name e.g. {@code open-files}
 * @param doc what it counts, with its unit
 */
public record Metric(String name, String doc) {}
