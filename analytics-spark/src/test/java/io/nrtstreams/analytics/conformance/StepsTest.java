package io.nrtstreams.analytics.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.nrtstreams.sql.row.TopicRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepsTest {

    private static final TopicRecord A = of("a");
    private static final TopicRecord SECOND_A = of("a");
    private static final TopicRecord B = of("b");

    private static TopicRecord of(String topic) {
        return new TopicRecord(topic, 0, 0, 0, null, null, List.of());
    }

    @Test
    void recordsGoOneByOneOrWithThoseOfTheirTopicNextToThem() {
        List<TopicRecord> inputs = List.of(A, SECOND_A, B, A);

        assertThat(Steps.RECORD.of(inputs)).containsExactly(List.of(A), List.of(SECOND_A), List.of(B), List.of(A));
        assertThat(Steps.TOPIC.of(inputs)).containsExactly(List.of(A, SECOND_A), List.of(B), List.of(A));
    }

    @Test
    void noRecordsAreNoSteps() {
        assertThat(Steps.TOPIC.of(List.of())).isEmpty();
    }
}
