package io.nrtstreams.analytics.result;

/**
 * How well predictions meet what was observed over some rows.
 *
 * @param rows how many rows
 * @param r2 1 - SSE / SST with the mean of these rows; 1 is perfect, 0 no better than their mean, less is worse
 * @param rmse square root of {@code mse}, in the label's unit
 * @param mse SSE / rows, in the square of the label's unit
 */
public record Fit(long rows, double r2, double rmse, double mse) {}
