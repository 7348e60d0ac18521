package io.nrtstreams.analytics.host;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.util.AccumulatorV2;

/**
 * Records in and out and errors by query id, summed over tasks. Spark adds what tasks counted once they have succeeded; a task
 * that is run again because its result was lost may count twice, so these are figures for people.
 */
final class QueryCounts extends AccumulatorV2<QueryCounts.Count, Map<String, QueryCounts.Count>> {

    private static final long serialVersionUID = 1L;

    private final HashMap<String, Count> counts = new HashMap<>();

    /** What happened to a query's records. */
    record Count(String queryId, long in, long out, long errors) implements java.io.Serializable {

        static Count none(String queryId) {
            return new Count(queryId, 0, 0, 0);
        }

        Count and(Count other) {
            return new Count(queryId, in + other.in, out + other.out, errors + other.errors);
        }
    }

    @Override
    public synchronized boolean isZero() {
        return counts.isEmpty();
    }

    @Override
    public synchronized QueryCounts copy() {
        QueryCounts copy = new QueryCounts();
        copy.counts.putAll(counts);
        return copy;
    }

    @Override
    public synchronized void reset() {
        counts.clear();
    }

    @Override
    public synchronized void add(Count count) {
        counts.merge(count.queryId(), count, Count::and);
    }

    @Override
    public void merge(AccumulatorV2<Count, Map<String, Count>> other) {
        other.value().values().forEach(this::add);
    }

    @Override
    public synchronized Map<String, Count> value() {
        return Map.copyOf(counts);
    }

    synchronized void forget(String queryId) {
        counts.remove(queryId);
    }
}
