package io.nrtstreams.analytics.rest;

import io.nrtstreams.analytics.sql.ErrorCode;
import io.nrtstreams.analytics.sql.SqlService;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What the endpoints share. Thread-safe.
 *
 * @param serviceRef holds no service until it has come up
 * @param streams of rows that come in; a concurrent set
 */
record RestParts(
        AtomicReference<@Nullable SqlService> serviceRef,
        RestLimits limits,
        Workers workers,
        OpenQueries queries,
        Set<InsertStream> streams,
        BodyBudget bodies,
        RestMetrics metrics) {

    /** @throws RefusedRequest while the service is coming up */
    SqlService service() {
        SqlService service = serviceRef.get();
        if (service == null) {
            throw new RefusedRequest(
                    ErrorCode.NOT_READY,
                    "the server is still carrying out its command log: ask again in a few seconds");
        }
        return service;
    }
}
