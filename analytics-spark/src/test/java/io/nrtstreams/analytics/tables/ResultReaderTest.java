package io.nrtstreams.analytics.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultReaderTest {
    @Test
    void theClientSettingsOfThePipelinesAreItsOwnAndOnlyCommittedRecordsAreRead() {
        assertThat(ResultReader.settings(Map.of(
                        "kafka.bootstrap.servers", "127.0.0.1:9093",
                        "kafka.security.protocol", "SSL",
                        "kafka.isolation.level", "read_uncommitted")))
                .containsOnly(
                        Map.entry("bootstrap.servers", "127.0.0.1:9093"),
                        Map.entry("security.protocol", "SSL"),
                        Map.entry("isolation.level", "read_committed"),
                        Map.entry("enable.auto.commit", "false"));
    }
}
