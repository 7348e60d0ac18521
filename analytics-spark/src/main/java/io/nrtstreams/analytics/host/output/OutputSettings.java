package io.nrtstreams.analytics.host.output;

import java.io.Serializable;
import java.util.Map;

/**
 * What every task needs to know of Kafka. Goes to the executors with the tasks.
 *
 * @param client properties of all clients: bootstrap.servers, security, and any producer property that is to differ
 * @param serviceId the prefix of the service's own topics and transactional ids
 * @param singleProcess whether all tasks run in this process; else the writer asks before each batch whether a task of another
 *     process has taken over since, which costs a request
 */
public record OutputSettings(
        Map<String, String> client, String serviceId, boolean singleProcess, OutputTimeouts timeouts)
        implements Serializable {

    public OutputSettings {
        client = Map.copyOf(client);
    }

    /** Settings for many processes, with {@link OutputTimeouts#DEFAULT}. */
    public static OutputSettings of(Map<String, String> client, String serviceId) {
        return new OutputSettings(client, serviceId, false, OutputTimeouts.DEFAULT);
    }

    /** The topic of the processing log. */
    public String processingLogTopic() {
        return serviceId + "_processing_log";
    }

    /** Shows no property's value, as some are secret. */
    @Override
    public String toString() {
        return "OutputSettings[serviceId=" + serviceId + "]";
    }
}
