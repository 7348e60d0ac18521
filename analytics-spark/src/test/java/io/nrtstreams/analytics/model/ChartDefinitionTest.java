package io.nrtstreams.analytics.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.analytics.LakeFiles;
import io.nrtstreams.analytics.Shipped;
import io.nrtstreams.analytics.TestSpark;
import io.nrtstreams.analytics.batch.Lake;
import io.nrtstreams.analytics.pipeline.SparkRuntime;
import io.nrtstreams.analytics.result.Axis;
import io.nrtstreams.analytics.result.Series;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartDefinitionTest {
    @TempDir
    private Path bucket;

    private final Lake lake = new Lake(new SparkRuntime(TestSpark.session()));

    @AfterEach
    void dropTables() {
        lake.tables().forEach(table -> TestSpark.session().sql("DROP TABLE " + table));
    }

    private List<Series.Line> lines(String sql) {
        return new ChartDefinition("c", "Use", sql, new Axis("use", "kWh"), ZoneOffset.UTC)
                .series(lake)
                .lines();
    }

    private List<Series.Line> houses(String... readings) {
        lake.run(Shipped.sql("lake.tables.sql", bucket));
        new LakeFiles(bucket).energy("a.csv.gz", List.of(readings));
        lake.refresh();
        return lines(Shipped.sql("energy_by_house.chart.sql", bucket));
    }

    @Test
    void ofTooManyPointsTheEarliestOfEveryLineAreKept() {
        List<Series.Line> lines = lines("SELECT line, id AS epoch_second, 1 AS value FROM range("
                + ChartDefinition.POINTS + ") CROSS JOIN (VALUES ('a'), ('b')) AS names(line)");

        assertThat(lines).extracting(Series.Line::label).containsExactly("a", "b");
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.points())
                        .hasSize(ChartDefinition.POINTS / 2)
                        .startsWith(new Series.Point(0, 1), new Series.Point(1, 1)));
    }

    @Test
    void aFewMinutesOfReadingsAreMeansOverTenSeconds() {
        assertThat(houses("100,7,1,Pune", "109,7,3,Pune", "110,7,5,Pune", "105,8,4,Fullerton"))
                .containsExactly(
                        new Series.Line("Fullerton (8)", List.of(new Series.Point(100, 4))),
                        new Series.Line("Pune (7)", List.of(new Series.Point(100, 2), new Series.Point(110, 5))));
    }

    @Test
    void aWeekOfReadingsHasLongerStepsAndWhatIsOlderIsLeftOut() {
        long week = 7 * 86_400;
        List<Series.Line> lines =
                houses("1,7,9,Pune", (week + 1) + ",7,1,Pune", (week + 150) + ",7,3,Pune", (2 * week) + ",7,5,Pune");

        assertThat(lines)
                .containsExactly(new Series.Line(
                        "Pune (7)",
                        List.of(new Series.Point(week / 6050 * 6050, 2), new Series.Point(2 * week / 6050 * 6050, 5))));
    }
}
