package io.nrtstreams.quickstart.audit;

import java.net.URI;
import java.util.Optional;

/**
 * What an audit looks at.
 *
 * @param bootstrapServers the brokers, as Kafka clients want them
 * @param connectUrl the worker whose connectors say which topics belong to which feed; empty where there is none to ask
 * @param lake the objects
 */
public record AuditScope(String bootstrapServers, Optional<URI> connectUrl, LakeLocation lake) {}
