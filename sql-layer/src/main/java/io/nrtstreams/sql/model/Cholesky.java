package io.nrtstreams.sql.model;

import java.util.OptionalInt;

/**
 * A symmetric positive definite matrix as the product of a lower triangle and its mirror image, with which equations are
 * solved: G. H. Golub, C. F. Van Loan, "Matrix Computations", 4th edition, Johns Hopkins 2013, section 4.2.
 */
final class Cholesky {

    /**
     * What is left of a column, of 1, when the columns before it are taken out; below, the rest is rounding errors. The
     * coefficients would be correct to half the digits of a double at most.
     */
    private static final double LEAST_REST = 1e-10;

    private final double[][] lower;
    private final OptionalInt dependent;

    private Cholesky(double[][] lower, OptionalInt dependent) {
        this.lower = lower;
        this.dependent = dependent;
    }

    /** An element of a symmetric matrix. */
    @FunctionalInterface
    interface Element {
        double at(int row, int column);
    }

    /** Splits a matrix of {@code size} rows whose diagonal is 1. */
    static Cholesky of(int size, Element matrix) {
        double[][] lower = new double[size][];
        for (int i = 0; i < size; i++) {
            lower[i] = new double[i + 1];
            for (int j = 0; j < i; j++) {
                lower[i][j] = (matrix.at(i, j) - dot(lower[i], lower[j], j)) / lower[j][j];
            }
            double rest = matrix.at(i, i) - dot(lower[i], lower[i], i);
            if (!(rest > LEAST_REST)) {
                return new Cholesky(lower, OptionalInt.of(i));
            }
            lower[i][i] = Math.sqrt(rest);
        }
        return new Cholesky(lower, OptionalInt.empty());
    }

    /** The first row that is a combination of those before it; empty when the matrix can be split. */
    OptionalInt dependent() {
        return dependent;
    }

    /**
     * The vector whose product with the matrix is {@code right}.
     *
     * @throws IllegalStateException when rows are {@link #dependent}
     */
    double[] solve(double[] right) {
        if (dependent.isPresent()) {
            throw new IllegalStateException("row " + dependent.getAsInt() + " depends on those before it");
        }
        double[] solution = right.clone();
        for (int i = 0; i < solution.length; i++) {
            solution[i] = (solution[i] - dot(lower[i], solution, i)) / lower[i][i];
        }
        for (int i = solution.length - 1; i >= 0; i--) {
            solution[i] /= lower[i][i];
            for (int j = 0; j < i; j++) {
                solution[j] -= lower[i][j] * solution[i];
            }
        }
        return solution;
    }

    private static double dot(double[] left, double[] right, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }
}
