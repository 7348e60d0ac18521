package io.nrtstreams.analytics.sql;

import java.util.List;

/**
 * What a service hands its work to. The service does not close them.
 *
 * @param runtime runs persistent queries
 * @param listeners are told of the catalog
 */
public record ServiceParts(
        QueryRuntime runtime,
        PullQueries pulls,
        PushQueries pushes,
        TopicPrints prints,
        Connectors connectors,
        List<CatalogListener> listeners) {

    public ServiceParts {
        listeners = List.copyOf(listeners);
    }
}
