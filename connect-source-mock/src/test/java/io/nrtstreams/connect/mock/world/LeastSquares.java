package io.nrtstreams.connect.mock.world;

import java.util.ArrayList;
import java.util.List;

/** A linear regression by ordinary least squares, over the normal equations. */
public final class LeastSquares {
    private final List<double[]> rows = new ArrayList<>();
    private final List<Double> labels = new ArrayList<>();

    /** Adds an observation; all have as many regressors. A constant is one of them. */
    public void add(double label, double... regressors) {
        rows.add(regressors);
        labels.add(label);
    }

    /** The coefficients in the order of the regressors; 0 for one that is 0 in all rows. */
    public double[] coefficients() {
        int width = rows.get(0).length;
        double[][] equations = new double[width][width + 1];
        for (int row = 0; row < rows.size(); row++) {
            double[] x = rows.get(row);
            for (int i = 0; i < width; i++) {
                for (int j = 0; j < width; j++) {
                    equations[i][j] += x[i] * x[j];
                }
                equations[i][width] += x[i] * labels.get(row);
            }
        }
        return solved(equations);
    }

    /** The share of the labels' variance that the coefficients explain. */
    public double rSquared(double[] coefficients) {
        double mean = labels.stream().mapToDouble(label -> label).average().orElseThrow();
        double rest = 0;
        double total = 0;
        for (int row = 0; row < rows.size(); row++) {
            double predicted = 0;
            for (int i = 0; i < coefficients.length; i++) {
                predicted += coefficients[i] * rows.get(row)[i];
            }
            double label = labels.get(row);
            rest += (label - predicted) * (label - predicted);
            total += (label - mean) * (label - mean);
        }
        return 1 - rest / total;
    }

    /** By Gauss and Jordan, without pivoting: the matrix is positive semidefinite. */
    public static double[] solved(double[][] equations) {
        int width = equations.length;
        for (int i = 0; i < width; i++) {
            if (equations[i][i] == 0) {
                continue;
            }
            for (int j = 0; j < width; j++) {
                double factor = equations[j][i] / equations[i][i];
                for (int k = i; j != i && k <= width; k++) {
                    equations[j][k] -= factor * equations[i][k];
                }
            }
        }
        double[] solution = new double[width];
        for (int i = 0; i < width; i++) {
            solution[i] = equations[i][i] == 0 ? 0 : equations[i][width] / equations[i][i];
        }
        return solution;
    }
}
