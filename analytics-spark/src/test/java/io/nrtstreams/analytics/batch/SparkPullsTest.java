package io.nrtstreams.analytics.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nrtstreams.analytics.s3.TestS3;
import io.nrtstreams.analytics.sql.QueryRun;
import io.nrtstreams.analytics.sql.ResultRow;
import io.nrtstreams.analytics.sql.ServiceException;
import io.nrtstreams.analytics.sql.SqlService;
import io.nrtstreams.analytics.sql.StatementContext;
import io.nrtstreams.analytics.sql.entity.DescriptionEntity.OneSource;
import io.nrtstreams.analytics.sql.entity.FieldInfo;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements through the service, of which Spark answers what is more than a look-up. */
final class SparkPullsTest {

    private static final StatementContext LOOK_UPS_ONLY =
            new StatementContext(Map.of("nrt.query.spark.enabled", "false"), Map.of(), OptionalLong.empty());

    @TempDir
    private Path folder;

    private SparkService spark;
    private SqlService service;

    @BeforeEach
    void start() throws Exception {
        TestS3 store = TestS3.shared();
        store.put(
                store.folder("pulls/day=2026-11-21/a.json"),
                "{\"place\":\"north\",\"km\":1}\n{\"place\":\"south\",\"km\":2}\n".getBytes(StandardCharsets.UTF_8),
                Map.of());
        spark = new SparkService("pulls", folder);
        service = spark.service();
        service.execute(
                "CREATE SOURCE TABLE stored (day DATE, place STRING, km INT) WITH (LOCATION='" + store.folder("pulls")
                        + "', FORMAT='JSON');",
                StatementContext.NONE);
    }

    @AfterEach
    void stop() {
        spark.close();
    }

    @Test
    void aTableOverObjectsIsAskedLikeAnyOther() throws Exception {
        assertThat(rows("SELECT place, km FROM stored WHERE km > 1;")).containsExactly(List.of("south", 2));
    }

    @Test
    void whatOnlySparkCanReadGoesToSpark() throws Exception {
        assertThat(rows("SELECT place, RANK() OVER (ORDER BY km DESC) AS nth FROM stored ORDER BY nth"))
                .containsExactly(List.of("south", 1), List.of("north", 2));
    }

    @Test
    void itsLocationIsShownWhereOthersHaveTheirTopic() throws Exception {
        String location = TestS3.shared().folder("pulls");

        assertThat(service.execute("SHOW TABLES;", StatementContext.NONE).toString())
                .contains("STORED", location);
        assertThat(service.execute("DESCRIBE stored EXTENDED;", StatementContext.NONE))
                .singleElement()
                .isInstanceOfSatisfying(OneSource.class, one -> {
                    assertThat(one.sourceDescription().topic()).isEqualTo(location);
                    assertThat(one.sourceDescription().fields())
                            .extracting(FieldInfo::name)
                            .containsExactly("DAY", "PLACE", "KM");
                    assertThat(one.sourceDescription().partitions()).isZero();
                    assertThat(one.sourceDescription().replication()).isZero();
                });
    }

    @Test
    void whatNobodyCanReadIsRefusedAsBefore() {
        assertThatThrownBy(() -> rows("SELECT FROM WHERE;"))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("line 1");
        assertThatThrownBy(() -> rows("SELECT x, RANK() OVER (ORDER BY km) FROM stored"))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("X");
    }

    @Test
    void whereOnlyLookUpsAreWantedObjectsAreNotRead() {
        assertThatThrownBy(() -> service.query("SELECT * FROM stored;", LOOK_UPS_ONLY))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("STORED lies over objects")
                .hasMessageContaining("nrt.query.spark.enabled");
    }

    private List<List<Object>> rows(String text) throws InterruptedException {
        List<List<Object>> rows = new ArrayList<>();
        try (QueryRun run = service.query(text, StatementContext.NONE)) {
            QueryRun.Rows next;
            do {
                next = run.poll(Duration.ofSeconds(30));
                for (ResultRow row : next.rows()) {
                    rows.add(new ArrayList<>(row.values()));
                }
            } while (!next.ended());
        }
        return rows;
    }
}
