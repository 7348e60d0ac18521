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

    /** The pipelines in that order; those in a circle come last, as they were given. */
    static List<PipelineDefinition> of(Collection<PipelineDefinition> pipelines) {
        Set<PipelineDefinition> waiting = new LinkedHashSet<>(pipelines);
        List<PipelineDefinition> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Set<String> stillWritten = waiting.stream()
                    .flatMap(pipeline -> pipeline.resultTopic().stream())
                    .collect(Collectors.toSet());
            List<PipelineDefinition> next = waiting.stream()
                    .filter(pipeline -> pipeline.sourceTopics().stream().noneMatch(stillWritten::contains))
                    .toList();
            List<PipelineDefinition> taken = next.isEmpty() ? List.copyOf(waiting) : next;
            ordered.addAll(taken);
            taken.forEach(waiting::remove);
        }
        return ordered;
    }
}
