package io.nrtstreams.analytics.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.analytics.TestSpark;
import io.nrtstreams.analytics.broker.TestBroker;
import io.nrtstreams.sql.row.TopicRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A query that reads from the start what several batches take. */
class CatchUpTest {

    private static final String IN = "catch_up_in";
    private static final long BATCH = 50;
    private static final int LONG = 300;

    private final List<TopicRecord> inputs = new ArrayList<>();

    @Test
    void aPartitionThatIsReadToItsEndMakesNothingLateOfOneThatIsNot(@TempDir Path folder) throws Exception {
        String address = TestBroker.shared().address();
        try (KafkaTopic topics = new KafkaTopic(address);
                SqlHost sql = new SqlHost(TestSpark.session(), topics, address, "catch_up", folder, BATCH)) {
            topics.create(IN, 2, Optional.empty(), Optional.empty());
            for (int second = 0; second < LONG; second++) {
                send(topics, 0, second, second);
            }
            send(topics, 1, 0, 0);
            send(topics, 1, 1, LONG - 1);
            topics.flush();
            sql.run("CREATE STREAM orders (item VARCHAR) WITH (kafka_topic='" + IN + "', value_format='JSON');");
            String query = sql.run("CREATE TABLE counts WITH (kafka_topic='catch_up_counts', partitions=1) AS"
                            + " SELECT item, WINDOWSTART AS begun, COUNT(*) AS n FROM orders"
                            + " WINDOW TUMBLING (SIZE 10 SECONDS, GRACE PERIOD 0 SECONDS) GROUP BY item;")
                    .get(0);
            sql.awaitDone(query);
            inputs.sort(Comparator.comparingLong(TopicRecord::timestamp));
            assertThat(sql.output(query))
                    .extracting(KafkaTopic.Text::value)
                    .containsExactlyInAnyOrderElementsOf(sql.expected(query, inputs).stream()
                            .map(KafkaTopic.Text::value)
                            .toList())
                    .hasSize(LONG + 2);
            assertThat(topics.names()).doesNotContain("catch_up_processing_log");
        }
    }

    private void send(KafkaTopic topics, int partition, long offset, int second) {
        String value = "{\"item\":\"item" + second % 3 + "\"}";
        topics.send(IN, partition, second * 1000L, null, value);
        inputs.add(new TopicRecord(
                IN, partition, offset, second * 1000L, null, value.getBytes(StandardCharsets.UTF_8), List.of()));
    }
}
