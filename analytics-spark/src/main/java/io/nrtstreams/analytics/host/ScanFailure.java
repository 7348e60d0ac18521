package io.nrtstreams.analytics.host;

import java.util.Set;

/** Records cannot be read: the queries that read them are to blame for the failure of the batch, without them it can go on. */
final class ScanFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String[] queries;

    ScanFailure(Set<String> queries, Throwable cause) {
        super(cause.getMessage(), cause);
        this.queries = queries.toArray(String[]::new);
    }

    Set<String> queries() {
        return Set.of(queries);
    }
}
