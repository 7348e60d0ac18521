package io.nrtstreams.analytics.result;

/**
 * One row that a model was fitted or tested on.
 *
 * @param x the value of the feature that the chart's x axis shows
 * @param actual the label as observed
 * @param predicted the label as the model has it
 */
public record Observation(double x, double actual, double predicted) {}
