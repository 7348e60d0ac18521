package io.nrtstreams.analytics.model;

import static org.apache.spark.sql.functions.rand;

import io.nrtstreams.analytics.batch.Lake;
import io.nrtstreams.analytics.result.Fit;
import io.nrtstreams.analytics.result.Observation;
import io.nrtstreams.analytics.result.RegressionResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.attribute.Attribute;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.evaluation.RegressionEvaluator;
import org.apache.spark.ml.feature.RFormula;
import org.apache.spark.ml.feature.RFormulaModel;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Fits a declared linear regression by ordinary least squares: it minimises the sum of (label - prediction)² without
 * any penalty, by solving the normal equations.
 *
 * <p>The figures are those of the definitions in {@link Fit}; the test figures come from rows that the fit never saw.
 */
public final class Regression {
    /** How many test rows go to the chart. */
    static final int OBSERVATIONS = 1500;

    private static final String FEATURES = "features_";
    private static final String LABEL = "label_";
    private static final String PREDICTION = "prediction_";

    private Regression() {}

    /** Fits {@code model} to what its SQL finds in {@code lake}; see {@link #fit(ModelDefinition, Dataset)}. */
    public static RegressionResult fit(ModelDefinition model, Lake lake) {
        return fit(model, lake.query(model.sql()));
    }

    /**
     * Fits {@code model} to {@code rows}; rows without a label or a feature are left out.
     *
     * @throws IllegalStateException if there are too few rows to fit and test; the message says what to do
     */
    static RegressionResult fit(ModelDefinition model, Dataset<Row> rows) {
        Dataset<Row> complete = rows.na().drop().persist(StorageLevel.MEMORY_AND_DISK());
        try {
            return fitComplete(model, complete);
        } finally {
            complete.unpersist();
        }
    }

    private static RegressionResult fitComplete(ModelDefinition model, Dataset<Row> rows) {
        Split split = split(model, design(model, rows).transform(rows));
        split.requireRows();
        LinearRegressionModel fitted = new LinearRegression()
                .setFeaturesCol(FEATURES)
                .setLabelCol(LABEL)
                .setPredictionCol(PREDICTION)
                .setSolver("normal")
                .fit(split.train);
        Dataset<Row> tested = fitted.transform(split.test);
        return new RegressionResult(
                model.name(),
                model.formula(),
                model.features(),
                model.label(),
                model.x(),
                evaluated(fitted.transform(split.train)),
                evaluated(tested),
                coefficients(fitted, split.train),
                observations(model, tested));
    }

    private record Split(Dataset<Row> train, Dataset<Row> test) {
        void requireRows() {
            if (train.limit(2).count() < 2 || test.limit(2).count() < 2) {
                throw new IllegalStateException("too few complete rows to fit and to test: let more data come in");
            }
        }
    }

    private static RFormulaModel design(ModelDefinition model, Dataset<Row> rows) {
        if (rows.isEmpty()) {
            throw new IllegalStateException("the SQL of the model gives no complete row yet: let data come in first");
        }
        return new RFormula()
                .setFormula(model.formula())
                .setFeaturesCol(FEATURES)
                .setLabelCol(LABEL)
                .setStringIndexerOrderType("alphabetAsc")
                .fit(rows);
    }

    private static Split split(ModelDefinition model, Dataset<Row> rows) {
        if (model.train() == 1) {
            return new Split(rows, rows);
        }
        Dataset<Row>[] parts = rows.randomSplit(new double[] {model.train(), 1 - model.train()}, model.seed());
        return new Split(parts[0], parts[1]);
    }

    private static Fit evaluated(Dataset<Row> predicted) {
        RegressionEvaluator evaluator =
                new RegressionEvaluator().setLabelCol(LABEL).setPredictionCol(PREDICTION);
        double mse = evaluator.setMetricName("mse").evaluate(predicted);
        double r2 = evaluator.setMetricName("r2").evaluate(predicted);
        return new Fit(predicted.count(), r2, Math.sqrt(mse), mse);
    }

    private static Map<String, Double> coefficients(LinearRegressionModel fitted, Dataset<Row> rows) {
        Attribute[] columns = AttributeGroup.fromStructField(rows.schema().apply(FEATURES))
                .attributes()
                .get();
        Map<String, Double> coefficients = new LinkedHashMap<>();
        coefficients.put(RegressionResult.INTERCEPT, fitted.intercept());
        for (int i = 0; i < columns.length; i++) {
            coefficients.put(columns[i].name().get(), fitted.coefficients().apply(i));
        }
        return coefficients;
    }

    private static List<Observation> observations(ModelDefinition model, Dataset<Row> tested) {
        return tested
                .selectExpr(
                        "CAST(`" + model.xColumn() + "` AS DOUBLE)",
                        "CAST(`" + model.labelColumn() + "` AS DOUBLE)",
                        PREDICTION)
                // In the order of the split the first rows are those with the least values.
                .orderBy(rand(model.seed()))
                .limit(OBSERVATIONS)
                .collectAsList()
                .stream()
                .map(row -> new Observation(row.getDouble(0), row.getDouble(1), row.getDouble(2)))
                .toList();
    }
}
