package io.nrtstreams.quickstart.demo;

import io.nrtstreams.quickstart.connect.Connector;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the declared connectors and pipelines of the demo say about its topics.
 *
 * @param connectors the declared connectors
 */
public record DemoPlan(List<Connector> connectors) {
    /** What all keys in the lake begin with, as the sinks of the demo set it in {@code s3.prefix}. */
    public static final String PREFIX = "lake";

    /** Where the demo's pipelines write their results. */
    public static final List<String> RESULT_TOPICS =
            List.of("tiktok_engagement", "energy_by_house_minute", "weather_by_city");

    public DemoPlan {
        connectors = List.copyOf(connectors);
    }

    /** The connectors that make records. */
    public List<Connector> sources() {
        return connectors.stream().filter(DemoPlan::isSource).toList();
    }

    /** The connectors that store records. */
    public List<Connector> sinks() {
        return connectors.stream().filter(connector -> !isSource(connector)).toList();
    }

    /** Source connectors have one {@code topic}, sinks read {@code topics}. */
    private static boolean isSource(Connector connector) {
        return connector.config().containsKey("topic");
    }

    /** The topics of the sources, in the order of their files. */
    public List<String> sourceTopics() {
        return sources().stream()
                .map(source -> source.config().getOrDefault("topic", ""))
                .distinct()
                .toList();
    }

    /** Every topic of the demo: of the sources, for rejected records, dead letters and results. */
    public Set<String> allTopics() {
        Set<String> topics = new LinkedHashSet<>(sourceTopics());
        sources().stream()
                .filter(source -> source.config().containsKey("transforms"))
                .forEach(source -> topics.add(source.config().get("topic") + ".rejected"));
        List<String> deadLetters = new ArrayList<>();
        sinks().forEach(sink -> deadLetters.add(sink.config().getOrDefault("errors.deadletterqueue.topic.name", "")));
        deadLetters.stream().filter(topic -> !topic.isEmpty()).forEach(topics::add);
        topics.addAll(RESULT_TOPICS);
        return topics;
    }
}
