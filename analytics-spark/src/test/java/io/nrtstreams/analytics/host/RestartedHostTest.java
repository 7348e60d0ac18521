package io.nrtstreams.analytics.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.analytics.broker.TestBroker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartedHostTest {

    private static final int RECORDS = 1500;
    private static final int LARGE = 748;
    private static final int KILLS = 3;
    private static final String SCRIPT = """
            CREATE STREAM orders (item VARCHAR, amount INT) WITH (kafka_topic='killed_in', value_format='JSON');
            CREATE TABLE sums WITH (kafka_topic='killed_sums', partitions=1) AS
                SELECT item, COUNT(*) AS n, SUM(amount) AS total FROM orders GROUP BY item;
            CREATE STREAM large WITH (kafka_topic='killed_large', partitions=1) AS
                SELECT item, amount FROM orders WHERE amount >= 8;
            """;

    @Test
    void whatAHostThatIsKilledAgainAndAgainWritesIsReadOnce(@TempDir Path folder) throws Exception {
        String address = TestBroker.shared().address();
        Random random = new Random(7);
        try (KafkaTopic topics = new KafkaTopic(address)) {
            for (String topic : List.of("killed_in", "killed_sums", "killed_large")) {
                topics.create(topic, 1, Optional.empty(), Optional.empty());
            }
            for (int i = 0; i < RECORDS; i++) {
                topics.send("killed_in", 0, i, null, "{\"item\":\"i" + i % 3 + "\",\"amount\":" + i % 16 + "}");
            }
            topics.flush();
            int kills = 0;
            while (topics.ends(Set.of("killed_sums")).values().iterator().next() < RECORDS) {
                long before = topics.committed("killed_sums").size();
                try (HostProcess host = start(address, folder)) {
                    long wanted = Math.min(RECORDS, before + (kills < KILLS ? 50 + random.nextInt(300) : RECORDS));
                    SqlHost.await(
                            () -> topics.committed("killed_sums").size() >= wanted || !host.isAlive(),
                            () -> "records of killed_sums, "
                                    + topics.committed("killed_sums").size());
                    assertThat(host.isAlive()).isTrue();
                    host.kill();
                    kills++;
                }
            }
            try (HostProcess host = start(address, folder)) {
                SqlHost.await(() -> topics.committed("killed_large").size() >= LARGE, () -> "the rest");
                assertThat(host.isAlive()).isTrue();
            }
            assertThat(kills).isGreaterThanOrEqualTo(KILLS);
            List<KafkaTopic.Text> sums = topics.committed("killed_sums");
            assertThat(sums).hasSize(RECORDS);
            for (int item = 0; item < 3; item++) {
                String key = "i" + item;
                List<KafkaTopic.Text> own =
                        sums.stream().filter(text -> key.equals(text.key())).toList();
                assertThat(own).hasSize(RECORDS / 3);
                long total = 0;
                for (int n = 0; n < own.size(); n++) {
                    total += (n * 3 + item) % 16;
                    assertThat(own.get(n).value()).isEqualTo("{\"N\":" + (n + 1) + ",\"TOTAL\":" + total + "}");
                }
            }
            assertThat(topics.committed("killed_large")).doesNotHaveDuplicates().hasSize(LARGE);
        }
    }

    private static HostProcess start(String address, Path folder) throws IOException {
        return HostProcess.start(address, "killed", folder.resolve("checkpoints"), SCRIPT, List.of());
    }
}
