package io.nrtstreams.bench.endpoint;

import java.util.Map;

/**
 * What an endpoint has counted.
 *
 * @param objects that are there
 * @param lines in them, decompressed
 * @param bytes in them, as stored
 * @param refused requests that S3 would not have taken, or that the endpoint does not know
 * @param requests all others, those included that found nothing, or something in their way
 */
public record Counts(long objects, long lines, long bytes, long refused, Map<RequestKind, Long> requests) {
    public Counts {
        requests = Map.copyOf(requests);
    }

    /** Requests of every kind. */
    public long allRequests() {
        return requests.values().stream().mapToLong(Long::longValue).sum();
    }
}
