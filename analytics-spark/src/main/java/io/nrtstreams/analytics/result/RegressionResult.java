package io.nrtstreams.analytics.result;

import java.util.List;
import java.util.Map;

/**
 * A fitted linear regression.
 *
 * @param name the model's name
 * @param formula label and features, e.g. {@code load_mw ~ temp_f}
 * @param features what the features are called in a sentence, e.g. {@code temperature alone}
 * @param label what was predicted
 * @param x the feature drawn on the x axis
 * @param train how well it meets the rows it was fitted on
 * @param test how well it meets rows it never saw
 * @param coefficients intercept first, then one for each column of the design matrix, in the label's unit per unit
 * @param observations a sample of the test rows, bounded
 */
public record RegressionResult(
        String name,
        String formula,
        String features,
        Axis label,
        Axis x,
        Fit train,
        Fit test,
        Map<String, Double> coefficients,
        List<Observation> observations) {

    /** The name of the constant term among the coefficients. */
    public static final String INTERCEPT = "intercept";

    /** Whether the model is a straight line over one feature, so that it can be drawn as one. */
    public boolean isLine() {
        return coefficients.size() == 2;
    }
}
