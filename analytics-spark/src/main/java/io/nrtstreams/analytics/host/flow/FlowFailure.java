package io.nrtstreams.analytics.host.flow;

/** A query that cannot go on with a batch. The message tells why, without a value of a record. */
public final class FlowFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String queryId;

    FlowFailure(String queryId, RuntimeException cause) {
        super(cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage(), cause);
        this.queryId = queryId;
    }

    public String queryId() {
        return queryId;
    }
}
