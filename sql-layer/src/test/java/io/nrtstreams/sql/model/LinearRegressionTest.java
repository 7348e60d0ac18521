package io.nrtstreams.sql.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.model.ModelDescription.Coefficient;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinearRegressionTest {

    private static final ModelType TYPE = ModelTypes.builtIn().type("linear_regression");

    private static Training training(String... features) {
        return TYPE.training("Y", List.of(features), Map.of());
    }

    private static Model line(double... xThenY) {
        Training training = training("X");
        for (int i = 0; i < xThenY.length; i += 2) {
            training.add(xThenY[i + 1], xThenY[i]);
        }
        return training.fit();
    }

    private static double coefficient(Model model, int index) {
        return model.describe().coefficients().get(index).value();
    }

    @Test
    void aLineThroughPointsIsFound() {
        Model model = line(0, 3, 1, 5, 2, 7);
        assertThat(model.describe().intercept()).isCloseTo(3, within(1e-12));
        assertThat(coefficient(model, 0)).isCloseTo(2, within(1e-12));
        assertThat(model.predict(10)).isCloseTo(23, within(1e-12));
        assertThat(model.describe().fit().r2()).isCloseTo(1, within(1e-12));
        assertThat(model.describe().fit().rmse()).isCloseTo(0, within(1e-6));
    }

    /** The means are 2.5 and 3, the sums of squares 5 and 3.5, of products 4: the slope is 4 / 5, what it explains 16 / 5. */
    @Test
    void aLineBetweenPointsIsTheOneByHand() {
        Model model = line(1, 2, 2, 2.5, 3, 3, 4, 4.5);
        ModelDescription description = model.describe();
        assertThat(coefficient(model, 0)).isCloseTo(0.8, within(1e-12));
        assertThat(description.intercept()).isCloseTo(1.0, within(1e-12));
        assertThat(description.fit().rows()).isEqualTo(4);
        assertThat(description.fit().r2()).isCloseTo(3.2 / 3.5, within(1e-12));
        assertThat(description.fit().mse()).isCloseTo(0.3 / 4, within(1e-12));
        assertThat(description.fit().rmse()).isCloseTo(Math.sqrt(0.3 / 4), within(1e-12));
    }

    @Test
    void aPlaneIsFoundFromFeaturesOfVeryDifferentSizes() {
        Training training = training("SMALL", "LARGE");
        for (int i = 0; i < 100; i++) {
            double small = (i % 7) * 1e-9;
            double large = 1.7e12 + (i % 11) * 1000;
            training.add(5 + 2e9 * small - 3e-4 * (large - 1.7e12), small, large);
        }
        Model model = training.fit();
        assertThat(coefficient(model, 0)).isCloseTo(2e9, withinPercentage(1e-8));
        assertThat(coefficient(model, 1)).isCloseTo(-3e-4, withinPercentage(1e-8));
        assertThat(model.predict(3e-9, 1.7e12 + 5000)).isCloseTo(5 + 6 - 1.5, within(1e-6));
    }

    /** Longley of NIST's Statistical Reference Datasets, whose columns nearly depend on each other, and its certified values. */
    @Test
    void theLongleyDataGiveTheirCertifiedValues() {
        double[][] rows = {
            {60323, 83.0, 234289, 2356, 1590, 107608, 1947}, {61122, 88.5, 259426, 2325, 1456, 108632, 1948},
            {60171, 88.2, 258054, 3682, 1616, 109773, 1949}, {61187, 89.5, 284599, 3351, 1650, 110929, 1950},
            {63221, 96.2, 328975, 2099, 3099, 112075, 1951}, {63639, 98.1, 346999, 1932, 3594, 113270, 1952},
            {64989, 99.0, 365385, 1870, 3547, 115094, 1953}, {63761, 100.0, 363112, 3578, 3350, 116219, 1954},
            {66019, 101.2, 397469, 2904, 3048, 117388, 1955}, {67857, 104.6, 419180, 2822, 2857, 118734, 1956},
            {68169, 108.4, 442769, 2936, 2798, 120445, 1957}, {66513, 110.8, 444546, 4681, 2637, 121950, 1958},
            {68655, 112.6, 482704, 3813, 2552, 123366, 1959}, {69564, 114.2, 502601, 3931, 2514, 125368, 1960},
            {69331, 115.7, 518173, 4806, 2572, 127852, 1961}, {70551, 116.9, 554894, 4007, 2827, 130081, 1962},
        };
        double[] certified = {
            15.0618722713733,
            -0.0358191792925910,
            -2.02022980381683,
            -1.03322686717359,
            -0.0511041056535807,
            1829.15146461355
        };
        Training training = training("A", "B", "C", "D", "E", "F");
        for (double[] row : rows) {
            training.add(row[0], row[1], row[2], row[3], row[4], row[5], row[6]);
        }
        Model model = training.fit();
        for (int i = 0; i < certified.length; i++) {
            assertThat(coefficient(model, i)).isCloseTo(certified[i], withinPercentage(1e-7));
        }
        assertThat(model.describe().intercept()).isCloseTo(-3482258.63459582, withinPercentage(1e-7));
        assertThat(model.describe().fit().r2()).isCloseTo(0.995479004577296, within(1e-12));
        assertThat(model.describe().fit().mse()).isCloseTo(836424.055505915 / 16, withinPercentage(1e-7));
    }

    @Test
    void moreRowsMayFollowAFit() {
        Training training = training("X");
        training.add(1.0, 1.0);
        training.add(2.0, 2.0);
        assertThat(training.fit().predict(3)).isCloseTo(3, within(1e-12));
        training.add(0.0, 3.0);
        assertThat(training.fit().describe().fit().rows()).isEqualTo(3);
        assertThat(training.fit().predict(2)).isCloseTo(1, within(1e-12));
    }

    @Test
    void aRowWithoutANumberIsRefusedAndNotCounted() {
        Training training = training("X1", "X2");
        training.add(1.0, 1.0, 2.0);
        assertThatThrownBy(() -> training.add(1.0, 1.0, null))
                .isInstanceOf(SqlException.class)
                .hasMessage(
                        "The model cannot be fitted: row 2: X2 is NULL; leave such rows out with WHERE X2 IS NOT NULL.");
        assertThatThrownBy(() -> training.add(null, 1.0, 2.0)).hasMessageContaining("row 2: Y is NULL");
        assertThatThrownBy(() -> training.add(1.0, Double.NaN, 2.0))
                .hasMessageContaining("row 2: X1 is not a finite number");
        assertThatThrownBy(() -> training.add(1.0, 2.0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rowsThatDetermineNoModelAreRefusedWithTheColumn() {
        assertThatThrownBy(() -> line(1, 1))
                .isInstanceOf(SqlException.class)
                .hasMessage("The model cannot be fitted: 1 rows do not determine 1 coefficients and the intercept;"
                        + " give it at least 2.");
        assertThatThrownBy(() -> line(5, 1, 5, 2, 5, 3))
                .hasMessageContaining("X has the same value in every row; leave it out");
        assertThatThrownBy(() -> line(0.3, 1, 0.1 + 0.2, 2, 0.3, 3)).hasMessageContaining("X has the same value");
        assertThatThrownBy(() -> line(1, 7, 2, 7, 3, 7)).hasMessageContaining("the label Y has the same value");
    }

    @Test
    void aFeatureThatOthersDetermineIsNamed() {
        Training training = training("A", "B", "SUM");
        for (int i = 0; i < 20; i++) {
            double a = i * 0.37;
            double b = (i * i) % 13;
            training.add(a - b + (i % 3), a, b, 2 * a - 5 * b + 1);
        }
        assertThatThrownBy(training::fit)
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("SUM is a sum of multiples of the features before it; leave it out");
    }

    @Test
    void whatCannotBeAModelIsRefusedBeforeTheFirstRow() {
        assertThatThrownBy(() -> training()).isInstanceOf(SqlException.class).hasMessageContaining("needs features");
        assertThatThrownBy(() -> training("A", "A")).hasMessageContaining("The column A is there twice");
        assertThatThrownBy(() -> training("Y")).hasMessageContaining("The column Y is there twice");
        assertThatThrownBy(() -> TYPE.training("Y", List.of("A"), Map.of("LABLE", "Y")))
                .hasMessageContaining("no property LABLE. Did you mean LABEL?");
        List<String> many = IntStream.rangeClosed(0, LinearRegression.MAX_FEATURES)
                .mapToObj(i -> "F" + i)
                .toList();
        assertThatThrownBy(() -> TYPE.training("Y", many, Map.of()))
                .hasMessageContaining("1000 features at most, not 1001");
    }

    @Test
    void aPredictionNeedsEveryFeature() {
        Model model = line(0, 3, 1, 5, 2, 7);
        assertThatThrownBy(() -> model.predict(1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the model has 1 features, not 2: X");
    }

    @Test
    void aModelIsTheSameAfterItWasStored() {
        Training training = training("B", "A");
        training.add(1.5, 1.0, 7.0);
        training.add(2.25, 3.0, 5.0);
        training.add(-1.0 / 3, 2.0, 5.5);
        training.add(4.0, 2.5, 1.0);
        Model model = training.fit();
        Model stored = ModelTypes.builtIn().read(model.toJson());
        assertThat(stored.describe()).isEqualTo(model.describe());
        assertThat(stored.describe().features()).containsExactly("B", "A");
        assertThat(stored.predict(0.1, 0.2)).isEqualTo(model.predict(0.1, 0.2));
        assertThat(model.toJson()).startsWith("{\"type\":\"LINEAR_REGRESSION\",\"label\":\"Y\",\"intercept\":");
        assertThat(model.describe().coefficients())
                .extracting(Coefficient::feature)
                .containsExactly("B", "A");
    }

    @Test
    void whatIsNoStoredModelIsRefused() {
        ModelTypes types = ModelTypes.builtIn();
        assertThatThrownBy(() -> types.read("{"))
                .isInstanceOf(SqlException.class)
                .hasMessageContaining("is not JSON");
        assertThatThrownBy(() -> types.read("{}")).hasMessageContaining("does not tell its type");
        assertThatThrownBy(() -> types.read("{\"type\":\"LINEAR_REGRESION\"}"))
                .hasMessageContaining("Did you mean LINEAR_REGRESSION?");
        assertThatThrownBy(() -> types.read("{\"type\":\"LINEAR_REGRESSION\",\"coefficients\":{}}"))
                .hasMessageContaining("damaged: it has no rows");
        assertThatThrownBy(() -> types.read("{\"type\":\"LINEAR_REGRESSION\",\"coefficients\":{\"A\":\"1\"}}"))
                .hasMessageContaining("damaged: A is not a number");
    }

    @Test
    void typesHaveNamesOfTheirOwn() {
        assertThatThrownBy(() -> new ModelTypes(List.of(new LinearRegression(), new LinearRegression())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there already is a type of models LINEAR_REGRESSION");
        assertThatThrownBy(() -> ModelTypes.builtIn().type("TREE"))
                .hasMessageContaining("TYPE is one of LINEAR_REGRESSION");
    }
}
