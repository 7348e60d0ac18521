package io.nrtstreams.quickstart.stack;

import io.nrtstreams.quickstart.CommandFailure;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics of the stack. */
final class Topics {
    private static final int PARTITIONS = 2;
    private static final short REPLICAS = 1;
    private static final long LIMIT_SECONDS = 60;

    private Topics() {}

    /** Makes those of the topics that are missing, and leaves the others. */
    static void create(String bootstrapServers, Collection<String> names) {
        List<NewTopic> topics = names.stream()
                .map(name -> new NewTopic(name, PARTITIONS, REPLICAS))
                .toList();
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            admin.createTopics(topics).values().forEach(Topics::await);
        }
    }

    private static void await(String topic, KafkaFuture<Void> made) {
        try {
            made.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new CommandFailure("The topic " + topic + " cannot be made: " + e.getMessage(), e);
            }
        } catch (TimeoutException e) {
            throw new CommandFailure(
                    "The topic " + topic + " was not made within " + LIMIT_SECONDS + " s: the broker does not answer.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted while the topics were made.", e);
        }
    }
}
