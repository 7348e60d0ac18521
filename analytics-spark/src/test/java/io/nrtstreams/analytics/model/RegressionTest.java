package io.nrtstreams.analytics.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nrtstreams.analytics.LakeFiles;
import io.nrtstreams.analytics.Shipped;
import io.nrtstreams.analytics.TestSpark;
import io.nrtstreams.analytics.batch.Lake;
import io.nrtstreams.analytics.pipeline.SparkRuntime;
import io.nrtstreams.analytics.result.Axis;
import io.nrtstreams.analytics.result.RegressionResult;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegressionTest {
    @TempDir
    private static Path bucket;

    private static final Lake LAKE = new Lake(new SparkRuntime(TestSpark.session()));

    @BeforeAll
    static void store() {
        LAKE.run(Shipped.sql("lake.tables.sql", bucket));
        new LakeFiles(bucket)
                .northwest()
                .energy(
                        "a.csv.gz",
                        List.of(
                                "90,7,0.01,Pune",
                                "100,7,0.02,Pune",
                                "160,7,0.03,Pune",
                                "161,7,0.04,Pune",
                                "100,8,0.05,Fullerton"))
                .weather("Pune", new double[] {95, 60}, new double[] {100, 70})
                .weather("Mumbai", new double[] {99, 90});
        LAKE.refresh();
    }

    @AfterAll
    static void dropTables() {
        LAKE.tables().forEach(table -> TestSpark.session().sql("DROP TABLE " + table));
    }

    private static RegressionResult northwest(String formula, double train) {
        ModelDefinition model = new ModelDefinition(
                "northwest",
                Shipped.sql("northwest_load.sql", bucket),
                formula,
                "some features",
                train,
                42,
                new Axis("Load", "MW"),
                "temp_f",
                new Axis("Temperature", "°F"));
        return Regression.fit(model, LAKE);
    }

    @Test
    void temperatureAloneGivesTheKnownLineOverAllRows() {
        RegressionResult result = northwest("load_mw ~ temp_f", 1);

        assertThat(result.train().rows()).isEqualTo(744);
        assertThat(result.train().r2()).isCloseTo(0.0161, within(0.00005));
        assertThat(result.train().rmse()).isCloseTo(485.08, within(0.005));
        assertThat(result.coefficients().get("intercept")).isCloseTo(3132.369, within(0.001));
        assertThat(result.coefficients().get("temp_f")).isCloseTo(-11.13312, within(0.00001));
        assertThat(result.isLine()).isTrue();
    }

    @Test
    void hourOfDayGivesTheKnownFitOverAllRows() {
        RegressionResult result = northwest("load_mw ~ temp_f + hour", 1);

        assertThat(result.train().r2()).isCloseTo(0.8904, within(0.00005));
        assertThat(result.train().rmse()).isCloseTo(161.88, within(0.005));
        assertThat(result.coefficients()).hasSize(1 + 1 + 23);
    }

    @Test
    void hourAndDayOfWeekGiveTheKnownFitOverAllRows() {
        RegressionResult result = northwest("load_mw ~ temp_f + hour + weekday", 1);

        assertThat(result.train().r2()).isCloseTo(0.9160, within(0.00005));
        assertThat(result.train().rmse()).isCloseTo(141.75, within(0.005));
        assertThat(result.train().mse()).isCloseTo(Math.pow(result.train().rmse(), 2), within(1e-6));
        assertThat(result.coefficients()).hasSize(1 + 1 + 23 + 6).containsKeys("hour_00", "weekday_Fri");
        assertThat(result.isLine()).isFalse();
    }

    @Test
    void aSplitTestsOnRowsThatTheFitNeverSawAndIsTheSameEveryTime() {
        RegressionResult first = northwest("load_mw ~ temp_f", 0.7);
        RegressionResult again = northwest("load_mw ~ temp_f", 0.7);

        assertThat(first.train().rows() + first.test().rows()).isEqualTo(744);
        assertThat(first.train().rows()).isBetween(480L, 560L);
        assertThat(first.observations()).hasSize((int) first.test().rows());
        assertThat(again).isEqualTo(first);
    }

    @Test
    void energyMeetsTheLastTemperatureOfItsCityAtMostAMinuteOld() {
        List<String> pairs = LAKE
                .query("SELECT usage, temp_f FROM (" + Shipped.sql("energy_temperature.sql", bucket)
                        + ") ORDER BY usage")
                .collectAsList()
                .stream()
                .map(Row::toString)
                .toList();

        // 90: no temperature yet; 161: 61 seconds after the last; Fullerton: no temperature at all.
        assertThat(pairs).containsExactly("[0.02,70.0]", "[0.03,70.0]");
    }

    @Test
    void noRowsIsAnErrorThatSaysWhatToDo() {
        ModelDefinition model = new ModelDefinition(
                "none", "", "usage ~ temp_f", "temperature", 0.7, 42, new Axis("Use", ""), "temp_f", new Axis("T", ""));

        assertThatThrownBy(() -> Regression.fit(model, LAKE.query("SELECT 1.0D AS usage, 2.0D AS temp_f WHERE false")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the SQL of the model gives no complete row yet: let data come in first");
        assertThatThrownBy(() -> Regression.fit(model, LAKE.query("SELECT 1.0D AS usage, 2.0D AS temp_f")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("too few complete rows to fit and to test: let more data come in");
    }
}
