package io.nrtstreams.analytics.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FlowOrderTest {
    private static PipelineDefinition pipeline(String name, String from, String to) {
        return new PipelineDefinition(
                name,
                List.of(new Source("v", from, new Source.Text(), Optional.empty())),
                "SELECT 1",
                Mode.UPDATE,
                Duration.ofSeconds(1),
                OptionalInt.empty(),
                new Sink.Topic(to, List.of("k")),
                Map.of());
    }

    @Test
    void aPipelineComesAfterThoseThatWriteItsTopics() {
        PipelineDefinition last = pipeline("last", "b", "c");
        PipelineDefinition middle = pipeline("middle", "a", "b");
        PipelineDefinition first = pipeline("first", "source", "a");

        assertThat(FlowOrder.stages(List.of(last, middle, first)))
                .containsExactly(List.of(first), List.of(middle), List.of(last));
    }

    @Test
    void pipelinesThatDoNotFeedEachOtherShareAStage() {
        PipelineDefinition one = pipeline("one", "source", "a");
        PipelineDefinition other = pipeline("other", "source", "b");
        PipelineDefinition both = pipeline("both", "a", "c");

        assertThat(FlowOrder.stages(List.of(one, other, both))).containsExactly(List.of(one, other), List.of(both));
    }

    @Test
    void aCircleComesLastAsItWasGiven() {
        PipelineDefinition there = pipeline("there", "a", "b");
        PipelineDefinition back = pipeline("back", "b", "a");
        PipelineDefinition apart = pipeline("apart", "source", "other");

        assertThat(FlowOrder.stages(List.of(there, back, apart))).containsExactly(List.of(apart), List.of(there, back));
    }
}
