package io.nrtstreams.analytics.result;

/**
 * How a measured time spreads.
 *
 * @param p50 the median, milliseconds
 * @param p95 the 95th percentile, milliseconds
 * @param samples how many values both were taken from
 */
public record Spread(long p50, long p95, int samples) {}
