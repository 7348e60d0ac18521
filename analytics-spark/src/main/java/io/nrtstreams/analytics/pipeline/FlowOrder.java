package io.nrtstreams.analytics.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The order in which data flows through pipelines: one that writes a topic comes before those that read it. */
final class FlowOrder {
    private FlowOrder() {}

    /**
     * The pipelines in stages: those of a stage read only sources and what the stages before it write. Those in a
     * circle make up the last stage, as they were given.
     */
    static List<List<PipelineDefinition>> stages(Collection<PipelineDefinition> pipelines) {
        Set<PipelineDefinition> waiting = new LinkedHashSet<>(pipelines);
        List<List<PipelineDefinition>> stages = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Set<String> stillWritten = waiting.stream()
                    .flatMap(pipeline -> pipeline.resultTopic().stream())
                    .collect(Collectors.toSet());
            List<PipelineDefinition> next = waiting.stream()
                    .filter(pipeline -> pipeline.sourceTopics().stream().noneMatch(stillWritten::contains))
                    .toList();
            List<PipelineDefinition> stage = next.isEmpty() ? List.copyOf(waiting) : next;
            stages.add(stage);
            stage.forEach(waiting::remove);
        }
        return stages;
    }
}
