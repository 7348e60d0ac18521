package io.nrtstreams.bench;

/**
 * Something that is measured.
 *
 * @param name stable, e.g. {@code sink.cpu_us_per_record.json}
 * @param unit e.g. {@code us}
 * @param goal what it is to reach
 */
public record Metric(String name, String unit, Goal goal) {}
