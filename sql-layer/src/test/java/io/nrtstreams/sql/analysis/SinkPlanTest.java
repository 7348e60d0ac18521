package io.nrtstreams.sql.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.sql.analysis.PlannedQuery.SinkTopic;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.plan.KeyWindow;
import io.nrtstreams.sql.plan.QueryPlan.Sink;
import io.nrtstreams.sql.plan.TimestampColumn;
import io.nrtstreams.sql.plan.TopicLayout;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The topic that AS SELECT writes. */
class SinkPlanTest {

    private final Planning shop = Planning.shop();

    @Test
    void isNamedAsTheStreamWithThePrefixOfTheSession() {
        shop.with(PlanningProperties.TOPIC_NAME_PREFIX, "shop-");

        assertThat(sink("CREATE STREAM A AS SELECT * FROM CLICKS;").layout().topic())
                .isEqualTo("shop-A");
        assertThat(sink("CREATE STREAM B WITH (kafka_topic='b') AS SELECT * FROM CLICKS;")
                        .layout()
                        .topic())
                .isEqualTo("b");
    }

    @Test
    void hasThePartitionsOfTheLeftmostSource() {
        assertThat(shop.plan("CREATE STREAM A AS SELECT * FROM CLICKS;").topic())
                .contains(new SinkTopic(3, Optional.empty(), Optional.empty()));
        assertThat(shop.plan("""
                                CREATE STREAM B WITH (partitions=5, replicas=2, retention_ms=1000)
                                AS SELECT * FROM CLICKS;
                                """).topic())
                .contains(new SinkTopic(5, Optional.of(2), Optional.of(Duration.ofSeconds(1))));
    }

    @Test
    void inheritsFormatsWithTheirDelimiters() {
        shop.run("CREATE STREAM S (ID INT KEY, X INT, Y INT) WITH (kafka_topic='s', key_format='DELIMITED',"
                + " value_format='DELIMITED', value_delimiter='|');");

        TopicLayout layout = sink("CREATE STREAM A AS SELECT * FROM S;").layout();

        assertThat(layout.keyFormat()).isEqualTo(FormatSpec.of("DELIMITED"));
        assertThat(layout.valueFormat())
                .isEqualTo(new FormatSpec("DELIMITED", Map.of("DELIMITER", "|"), Optional.empty()));
        assertThat(sink("CREATE STREAM B WITH (value_format='DELIMITED') AS SELECT * FROM S;")
                        .layout()
                        .valueFormat())
                .isEqualTo(FormatSpec.of("DELIMITED"));
    }

    @Test
    void hasAKeyFormatOnlyWhenItHasAKey() {
        assertThat(sink("CREATE STREAM A AS SELECT * FROM CLICKS PARTITION BY NULL;")
                        .layout()
                        .keyFormat())
                .isEqualTo(FormatSpec.of("NONE"));
        assertThat(sink("CREATE STREAM B AS SELECT * FROM EVENTS PARTITION BY KIND;")
                        .layout()
                        .keyFormat())
                .isEqualTo(FormatSpec.of("KAFKA"));
        shop.with(PlanningProperties.DEFAULT_KEY_FORMAT, "JSON");
        assertThat(sink("CREATE STREAM C AS SELECT * FROM EVENTS PARTITION BY KIND;")
                        .layout()
                        .keyFormat())
                .isEqualTo(FormatSpec.of("JSON"));
    }

    @Test
    void unwrapsSingleValuesWhenTheSessionSaysSoAndTheFormatCan() {
        shop.with(PlanningProperties.WRAP_SINGLE_VALUES, "false");

        assertThat(sink("CREATE STREAM A AS SELECT ID, PAGE FROM CLICKS;")
                        .layout()
                        .valueFormat()
                        .wrapSingle())
                .contains(false);
        assertThat(sink("CREATE STREAM B AS SELECT * FROM CLICKS;")
                        .layout()
                        .valueFormat()
                        .wrapSingle())
                .isEmpty();
        assertThat(sink("CREATE STREAM C WITH (wrap_single_value=true) AS SELECT ID, PAGE FROM CLICKS;")
                        .layout()
                        .valueFormat()
                        .wrapSingle())
                .contains(true);
    }

    @Test
    void takesTheTimeFromAColumnOfTheResult() {
        TopicLayout layout = sink("CREATE STREAM A WITH (timestamp='T') AS SELECT ID, ROWTIME + 1 AS T FROM CLICKS;")
                .layout();

        assertThat(layout.timestamp()).contains(new TimestampColumn("T", Optional.empty()));
    }

    @Test
    void isWindowedWhenTheResultIs() {
        Sink windowed = sink("CREATE TABLE A AS SELECT ID, COUNT(*) AS N FROM CLICKS WINDOW TUMBLING (SIZE 1 HOUR)"
                + " GROUP BY ID;");

        assertThat(windowed.isTable()).isTrue();
        assertThat(windowed.layout().schema().windowed()).isTrue();
        assertThat(windowed.layout().window())
                .contains(new KeyWindow(KeyWindow.Kind.TUMBLING, Optional.of(Duration.ofHours(1))));
        assertThat(sink("CREATE STREAM B AS SELECT * FROM SESSIONS;").layout().window())
                .contains(new KeyWindow(KeyWindow.Kind.SESSION, Optional.empty()));
        assertThat(sink("CREATE TABLE C AS SELECT ID, COUNT(*) AS N FROM SESSIONS GROUP BY ID;")
                        .layout()
                        .window())
                .isEmpty();
    }

    @Test
    void isReadFromTheSourcesOfItsPlan() {
        PlannedQuery planned =
                shop.plan("CREATE STREAM A AS SELECT C.ID, NAME FROM CLICKS C JOIN USERS U ON C.ID = U.ID;");

        assertThat(planned.reads()).containsExactly("CLICKS", "USERS");
    }

    private Sink sink(String statement) {
        return shop.plan(statement).plan().sink().orElseThrow();
    }
}
