package io.nrtstreams.quickstart.audit;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What an audit looks at.
 *
 * @param bootstrapServers the brokers, as Kafka clients want them
 * @param lake the objects
 * @param connectUrl the worker whose sources are recomputed and whose sinks name their dead letter queues; empty where
 *     there is none to ask
 * @param environment what {@code ${env:…}} in connector configurations resolves to
 * @param deadLetterTopics dead letter queues beside those that the sinks name
 */
public record AuditScope(
        String bootstrapServers,
        LakeLocation lake,
        Optional<URI> connectUrl,
        Map<String, String> environment,
        List<String> deadLetterTopics) {
    public AuditScope {
        Objects.requireNonNull(bootstrapServers, "bootstrapServers");
        environment = Map.copyOf(environment);
        deadLetterTopics = List.copyOf(deadLetterTopics);
    }

    /** Leaves out the environment, which holds credentials. */
    @Override
    public String toString() {
        return "AuditScope[" + bootstrapServers + ", " + lake + ", " + connectUrl + "]";
    }
}
