package io.nrtstreams.analytics.host.output;

/** A batch failed, and one query is to blame: without it the batch can go on. */
public final class QueryFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String queryId;
    private final boolean isLasting;

    /** @param isLasting whether another try cannot mend it as long as nobody does something */
    public QueryFailure(String queryId, String message, boolean isLasting, Throwable cause) {
        super(message, cause);
        this.queryId = queryId;
        this.isLasting = isLasting;
    }

    public String queryId() {
        return queryId;
    }

    public boolean isLasting() {
        return isLasting;
    }
}
