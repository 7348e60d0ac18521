package io.nrtstreams.analytics.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.analytics.LakeFiles;
import io.nrtstreams.analytics.Shipped;
import io.nrtstreams.analytics.TestSpark;
import io.nrtstreams.analytics.pipeline.SparkRuntime;
import io.nrtstreams.analytics.result.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeTest {
    @TempDir
    private Path bucket;

    private final SparkSession session = TestSpark.session();
    private final Lake lake = new Lake(new SparkRuntime(session));

    @AfterEach
    void dropTables() {
        lake.tables().forEach(table -> session.sql("DROP TABLE " + table));
    }

    private Dataset<Row> now(String sql) {
        lake.refresh();
        return lake.query(sql);
    }

    @Test
    void tablesOverFoldersThatDoNotExistYetAreEmpty() {
        lake.run(Shipped.sql("lake.tables.sql", bucket));
        lake.run(Shipped.sql("results.tables.sql", bucket));

        assertThat(lake.tables())
                .contains("lake_tiktok_category", "lake_weather", "tiktok_engagement_json", "weather_by_city_csv")
                .hasSize(11);
        assertThat(lake.counts().values()).allMatch(count -> count.equals(new Outcome.Ready<>(count.name(), 0L)));
    }

    @Test
    void filesWrittenAfterATableWasCreatedAreInTheNextQuery() {
        lake.run(Shipped.sql("lake.tables.sql", bucket));
        assertThat(now("SELECT * FROM lake_energy_consumption").count()).isZero();

        LakeFiles files = new LakeFiles(bucket).energy("a.csv.gz", List.of("1,7,0.5,Pune"));
        assertThat(now("SELECT * FROM lake_energy_consumption").count()).isEqualTo(1);

        files.energy("b.csv.gz", List.of("2,7,0.25,Pune"));
        assertThat(now("SELECT * FROM lake_energy_consumption").count()).isEqualTo(2);
    }

    @Test
    void csvColumnsAndThePartitionOfThePathAreRead() {
        lake.run(Shipped.sql("lake.tables.sql", bucket));
        new LakeFiles(bucket).energy("a.csv.gz", List.of("1669875330,12345434,9.3e-05,Pune"));

        Row row = now("SELECT kafka_key, time, userId, usage, location, CAST(dt AS STRING)"
                        + " FROM lake_energy_consumption")
                .first();

        assertThat(row.mkString("|")).isEqualTo("7|1669875330|12345434|9.3E-5|Pune|2026-11-22");
    }

    @Test
    void escapedPartitionValuesAreReadAsTheyWere() {
        lake.run(Shipped.sql("lake.tables.sql", bucket));
        new LakeFiles(bucket)
                .write(
                        "tiktok_category/dt=2026-11-22/category=Home reno%2FDIY/tiktok_category+0+0.json.gz",
                        List.of(
                                "{\"kafka_offset\":4,\"time\":1.5,\"category\":\"Home reno/DIY\",\"watchTime\":3,\"liked\":1}"));

        Row row = now("SELECT category, watchTime, liked, kafka_offset FROM lake_tiktok_category WHERE"
                        + " category = 'Home reno/DIY'")
                .first();

        assertThat(row.mkString("|")).isEqualTo("Home reno/DIY|3|1|4");
    }

    @Test
    void aCsvFileWithOtherColumnsIsAnErrorAndNotAMixUp() {
        lake.run(Shipped.sql("lake.tables.sql", bucket));
        new LakeFiles(bucket)
                .write(
                        "energy_consumption/dt=2026-11-22/location=Pune/a.csv.gz",
                        List.of(
                                "kafka_key,kafka_partition,kafka_offset,kafka_timestamp,userId,time,usage,location",
                                "7,0,0,2026-11-22T00:00:00Z,1,2,0.5,Pune"));

        assertThatThrownBy(() ->
                        now("SELECT time, userId FROM lake_energy_consumption").collectAsList())
                .rootCause()
                .hasMessageContaining("CSV header does not conform to the schema");
    }
}
