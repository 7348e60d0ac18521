package io.nrtstreams.quickstart.audit;

import java.net.URI;
import java.util.Map;
import java.util.Objects;

/**
 * What an audit looks at: the connectors of one Connect worker, the broker they use, and the stores that its S3 sinks
 * write to.
 *
 * @param bootstrap the broker, {@code host:port}
 * @param connect base address of Connect's REST API
 * @param environment what {@code ${env:…}} in connector configurations resolves to, credentials included
 */
public record AuditScope(String bootstrap, URI connect, Map<String, String> environment) {
    public AuditScope {
        Objects.requireNonNull(bootstrap, "bootstrap");
        Objects.requireNonNull(connect, "connect");
        environment = Map.copyOf(environment);
    }

    /** Leaves out the environment, which holds credentials. */
    @Override
    public String toString() {
        return "AuditScope[bootstrap=" + bootstrap + ", connect=" + connect + "]";
    }
}
