package io.nrtstreams.sql.model;

/**
 * Counts, means and sums of the products of deviations from the means, of several columns: all that least squares need to
 * know of the rows. Each row corrects them, so that nothing is lost as in differences of large sums: B. P. Welford, "Note on
 * a Method for Calculating Corrected Sums of Squares and Products", Technometrics 4(3), 1962. Columns are taken relative to
 * the first row, so that large values that differ little, such as timestamps, keep their digits. Single-threaded.
 */
final class Comoments {

    private final double[] first;
    /** Of the differences from the first row. */
    private final double[] means;

    private final double[][] products;
    private final double[] deviations;
    private long rows;

    Comoments(int columns) {
        first = new double[columns];
        means = new double[columns];
        deviations = new double[columns];
        products = new double[columns][];
        for (int i = 0; i < columns; i++) {
            products[i] = new double[i + 1];
        }
    }

    void add(double[] row) {
        if (rows == 0) {
            System.arraycopy(row, 0, first, 0, first.length);
        }
        rows++;
        for (int i = 0; i < means.length; i++) {
            deviations[i] = row[i] - first[i] - means[i];
            means[i] += deviations[i] / rows;
        }
        double weight = (rows - 1.0) / rows;
        for (int i = 0; i < means.length; i++) {
            double weighted = weight * deviations[i];
            double[] sums = products[i];
            for (int j = 0; j <= i; j++) {
                sums[j] += weighted * deviations[j];
            }
        }
    }

    long rows() {
        return rows;
    }

    double mean(int column) {
        return first[column] + means[column];
    }

    /** The sum of the products of two columns' deviations; of squares when they are the same. */
    double sum(int left, int right) {
        return left < right ? products[right][left] : products[left][right];
    }

    /** The root of the sum of the squared deviations: a column's scale. */
    double spread(int column) {
        return Math.sqrt(sum(column, column));
    }

    /** Whether a column always has the same value, as far as doubles can tell. */
    boolean isConstant(int column) {
        // Deviations of n rows that are only rounding errors of a value m sum to about n (m eps)^2.
        double noise = 8 * Math.ulp(mean(column)) * Math.sqrt((double) rows);
        return spread(column) <= noise;
    }
}
