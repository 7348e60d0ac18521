package io.nrtstreams.analytics.host.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.analytics.broker.TestBroker;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class TopicFactsTest {

    /** Brokers hear of a new topic a moment after the one that made it was told so. */
    @Test
    void aTopicThatWasJustMadeOrGrownCanBeAskedForItsEnd() throws Exception {
        OutputSettings settings = OutputSettings.of(
                Map.of("bootstrap.servers", TestBroker.shared().address()), "facts");
        try (TopicFacts facts = new TopicFacts(settings)) {
            IntStream.range(0, 20).forEach(i -> {
                String topic = "facts_" + i;
                facts.ensure(topic, 8, Map.of());
                assertThat(facts.end(new TopicPartition(topic, 7))).isZero();
                facts.ensure(topic, 16, Map.of());
                assertThat(facts.end(new TopicPartition(topic, 15))).isZero();
            });
        }
    }
}
