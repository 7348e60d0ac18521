package io.nrtstreams.analytics.sql;

import io.nrtstreams.analytics.kafka.KafkaTopics;
import io.nrtstreams.analytics.kafka.KafkaTopics.Readers;
import io.nrtstreams.analytics.sql.entity.Entity;
import io.nrtstreams.analytics.sql.entity.TopicEntity;
import io.nrtstreams.analytics.sql.entity.TopicEntity.ExtendedTopic;
import io.nrtstreams.analytics.sql.entity.TopicEntity.Topic;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** SHOW TOPICS. */
final class TopicStatements {

    private final KafkaAccess kafka;
    private final String internalPrefix;

    /** @param serviceId begins the names of the service's own topics */
    TopicStatements(KafkaAccess kafka, String serviceId) {
        this.kafka = kafka;
        this.internalPrefix = serviceId + "_";
    }

    /** @param all whether the service's own and those of other programs, which begin with an underscore, are shown too */
    Entity show(String text, boolean all, boolean extended) {
        KafkaTopics topics = kafka.requireBroker();
        Set<String> names = new TreeSet<>(topics.names());
        names.removeIf(name -> !all && (name.startsWith("_") || name.startsWith(internalPrefix)));
        Map<String, List<Integer>> replicas = topics.replicas(names);
        if (!extended) {
            return new TopicEntity.Topics(
                    text,
                    replicas.entrySet().stream()
                            .map(topic -> new Topic(topic.getKey(), topic.getValue()))
                            .toList(),
                    List.of());
        }
        Map<String, Readers> readers = topics.readers();
        Readers nobody = new Readers(0, 0);
        return new TopicEntity.ExtendedTopics(
                text,
                replicas.entrySet().stream()
                        .map(topic -> {
                            Readers some = readers.getOrDefault(topic.getKey(), nobody);
                            return new ExtendedTopic(topic.getKey(), topic.getValue(), some.members(), some.groups());
                        })
                        .toList(),
                List.of());
    }
}
