package io.nrtstreams.analytics.host;

import java.io.Serializable;

/**
 * Tells a query from an earlier one of the same id.
 *
 * @param sequence of the command that first made the query
 */
record QueryKey(String id, long sequence) implements Serializable, Comparable<QueryKey> {

    /** A key out of its text. */
    static QueryKey parse(String text) {
        int slash = text.lastIndexOf('/');
        return new QueryKey(text.substring(0, slash), Long.parseLong(text.substring(slash + 1)));
    }

    @Override
    public int compareTo(QueryKey other) {
        int byId = id.compareTo(other.id);
        return byId == 0 ? Long.compare(sequence, other.sequence) : byId;
    }

    @Override
    public String toString() {
        return id + "/" + sequence;
    }
}
