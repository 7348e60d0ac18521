package io.nrtstreams.sql.model;

import io.nrtstreams.sql.SqlException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ordinary least squares: the coefficients that make the sum of the squared errors least. They solve the normal equations in
 * the correlations of the columns, each shifted by its mean and divided by its spread, which keeps the equations well
 * conditioned whatever the units: N. R. Draper, H. Smith, "Applied Regression Analysis", 3rd edition, Wiley 1998, chapter 16.
 * With as many columns as k its memory is k squared doubles.
 */
final class LeastSquares implements Training {

    private final String label;
    private final List<String> features;
    private final Comoments comoments;
    private final double[] row;

    LeastSquares(String label, List<String> features) {
        this.label = label;
        this.features = List.copyOf(features);
        this.comoments = new Comoments(features.size() + 1);
        this.row = new double[features.size() + 1];
    }

    @Override
    public void add(@Nullable Double labelValue, @Nullable Double... featureValues) {
        if (featureValues.length != features.size()) {
            throw new IllegalArgumentException(
                    "a row of " + featureValues.length + " features for a model of " + features.size());
        }
        for (int i = 0; i < featureValues.length; i++) {
            row[i] = number(features.get(i), featureValues[i]);
        }
        row[features.size()] = number(label, labelValue);
        comoments.add(row);
    }

    private double number(String column, @Nullable Double value) {
        if (value != null && Double.isFinite(value)) {
            return value;
        }
        throw new SqlException(problem(
                "row " + (comoments.rows() + 1) + ": " + column + " is "
                        + (value == null ? "NULL" : "not a finite number"),
                value == null
                        ? "leave such rows out with WHERE " + column + " IS NOT NULL"
                        : "leave such rows out with WHERE"));
    }

    @Override
    public LinearModel fit() {
        int count = features.size();
        requireEnoughRows(count);
        requireVariety();
        Cholesky correlations = Cholesky.of(count, (i, j) -> correlation(i, j));
        if (correlations.dependent().isPresent()) {
            throw new SqlException(problem(
                    features.get(correlations.dependent().getAsInt())
                            + " is a sum of multiples of the features before it",
                    "leave it out"));
        }
        double[] withLabel = new double[count];
        for (int i = 0; i < count; i++) {
            withLabel[i] = correlation(i, count);
        }
        return model(correlations.solve(withLabel), withLabel);
    }

    private void requireEnoughRows(int count) {
        if (comoments.rows() <= count) {
            throw new SqlException(problem(
                    comoments.rows() + " rows do not determine " + count + " coefficients and the intercept",
                    "give it at least " + (count + 1)));
        }
    }

    private void requireVariety() {
        for (int i = 0; i < features.size(); i++) {
            if (comoments.isConstant(i)) {
                throw new SqlException(problem(features.get(i) + " has the same value in every row", "leave it out"));
            }
        }
        if (comoments.isConstant(features.size())) {
            throw new SqlException(
                    problem("the label " + label + " has the same value in every row", "choose other rows"));
        }
    }

    private double correlation(int left, int right) {
        return left == right ? 1 : comoments.sum(left, right) / comoments.spread(left) / comoments.spread(right);
    }

    /** Takes the coefficients back to the columns' own units. */
    private LinearModel model(double[] standardised, double[] withLabel) {
        int count = features.size();
        double spread = comoments.spread(count);
        double intercept = comoments.mean(count);
        double explained = 0;
        List<ModelDescription.Coefficient> coefficients = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            double coefficient = standardised[i] * spread / comoments.spread(i);
            coefficients.add(new ModelDescription.Coefficient(features.get(i), coefficient));
            intercept -= coefficient * comoments.mean(i);
            explained += standardised[i] * withLabel[i];
        }
        // Rounding takes it past its bounds when the fit is perfect or none.
        double r2 = Math.min(1, Math.max(0, explained));
        double mse = (1 - r2) * comoments.sum(count, count) / comoments.rows();
        return new LinearModel(new ModelDescription(
                LinearRegression.NAME,
                label,
                intercept,
                coefficients,
                new ModelDescription.Fit(comoments.rows(), r2, mse)));
    }

    private static String problem(String what, String remedy) {
        return "The model cannot be fitted: " + what + "; " + remedy + ".";
    }
}
