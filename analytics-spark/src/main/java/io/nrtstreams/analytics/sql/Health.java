package io.nrtstreams.analytics.sql;

import java.util.Map;

/**
 * What /healthcheck tells.
 *
 * @param details by name: metastore, kafka, commandRunner
 * @param serverState READY, or what is missing
 */
public record Health(boolean isHealthy, Map<String, Detail> details, String serverState) {

    public Health {
        details = Map.copyOf(details);
    }

    /**
     * How one part is.
     *
     * @param message what is wrong and the remedy; empty when nothing is
     */
    public record Detail(boolean isHealthy, String message) {}
}
