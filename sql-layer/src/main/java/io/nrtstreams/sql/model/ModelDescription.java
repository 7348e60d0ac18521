package io.nrtstreams.sql.model;

import java.util.List;

/**
 * A model as DESCRIBE tells it.
 *
 * @param type the name of its {@link ModelType}
 * @param label the column it predicts
 * @param intercept what it predicts where all features are 0, in the label's unit
 * @param coefficients by which the label grows with each feature; in the order of {@link Model#predict}
 */
public record ModelDescription(String type, String label, double intercept, List<Coefficient> coefficients, Fit fit) {

    public ModelDescription {
        coefficients = List.copyOf(coefficients);
    }

    public List<String> features() {
        return coefficients.stream().map(Coefficient::feature).toList();
    }

    /** How much the label grows when the feature grows by 1 and no other does. */
    public record Coefficient(String feature, double value) {}

    /**
     * How well the model tells the labels of the rows it was fitted to.
     *
     * @param rows how many they were
     * @param r2 the share of the label's variance that the model explains, from 0 to 1
     * @param mse the mean of the squared errors
     */
    public record Fit(long rows, double r2, double mse) {

        /** The root of the mean squared error, in the label's unit. */
        public double rmse() {
            return Math.sqrt(mse);
        }
    }
}
