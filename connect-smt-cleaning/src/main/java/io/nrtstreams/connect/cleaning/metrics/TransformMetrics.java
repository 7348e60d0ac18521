package io.nrtstreams.connect.cleaning.metrics;

import io.nrtstreams.connect.cleaning.core.RuleFigures;
import io.nrtstreams.connect.kit.metrics.MetricRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.MDC;

/**
 * The metrics of one transform in JMX, under {@code nrt.streams:type=cleaning}.
 *
 * <p>They are beans of the plugin's own and not the worker's (KIP-877): a transform gets those by implementing an
 * interface that workers before Kafka 4.0 do not have, in which such a class could not be loaded at all.
 */
public final class TransformMetrics implements AutoCloseable {
    private static final String GROUP = "cleaning";

    /** Names in use, so that two transforms of one kind in a chain are told apart by a number. */
    private static final Set<Map<String, String>> TAKEN = ConcurrentHashMap.newKeySet();

    private final MetricRegistry registry;
    private final Map<String, String> tags;

    /**
     * Registers the metrics; called in the thread of the task.
     *
     * @param transform how headers and messages call the transform, e.g. {@code Clean$Value}
     */
    public TransformMetrics(String transform, RecordCounts counts, List<RuleFigures> rules) {
        tags = take(transform);
        registry = MetricRegistry.inJmx(GROUP, tags);
        for (CleaningMetric metric : List.of(
                CleaningMetric.RECORDS,
                CleaningMetric.CHANGED,
                CleaningMetric.REJECTED,
                CleaningMetric.DROPPED,
                CleaningMetric.FLAGGED)) {
            registry.gauge(metric.metric(), Map.of(), () -> counts.of(metric));
        }
        int number = 0;
        String field = "";
        for (RuleFigures rule : rules) {
            number = rule.field().equals(field) ? number + 1 : 1;
            field = rule.field();
            add(rule, number);
        }
    }

    private void add(RuleFigures rule, int number) {
        Map<String, String> of = new LinkedHashMap<>();
        of.put("field", rule.field());
        of.put("rule", number + " " + rule.operation());
        registry.gauge(CleaningMetric.RULE_SEEN.metric(), of, rule.seen());
        registry.gauge(CleaningMetric.RULE_CHANGED.metric(), of, rule.changed());
        Map<String, String> failed = new LinkedHashMap<>(of);
        failed.put("action", rule.action());
        registry.gauge(CleaningMetric.RULE_FAILED.metric(), failed, rule.failed());
    }

    private static Map<String, String> take(String transform) {
        String context = MDC.get("connector.context");
        Map<String, String> tags = new LinkedHashMap<>(TaskTags.in(context == null ? "" : context));
        // Parted, as a bean's name would have to quote the dollar.
        int dollar = transform.indexOf('$');
        tags.put("transform", transform.substring(0, dollar));
        tags.put("side", transform.substring(dollar + 1).toLowerCase(Locale.ROOT));
        for (int number = 1; ; number++) {
            tags.put("number", Integer.toString(number));
            if (TAKEN.add(Map.copyOf(tags))) {
                return tags;
            }
        }
    }

    @Override
    public void close() {
        registry.close();
        TAKEN.remove(tags);
    }
}
