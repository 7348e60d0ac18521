package io.nrtstreams.analytics.host.output;

import io.nrtstreams.sql.plan.KeyWindow;
import io.nrtstreams.sql.plan.QueryPlan;
import java.io.Serializable;

/**
 * Where a query's records go.
 *
 * @param windowBytes how many bytes of a window end each key; the others choose the partition
 */
public record SinkTarget(String queryId, String topic, int windowBytes, Emission emission) implements Serializable {

    /**
     * The target of a query.
     *
     * @param emission of a table's changes; the rows of a stream are all written, also those of the same key
     */
    public static SinkTarget of(String queryId, QueryPlan.Sink sink, Emission emission) {
        return new SinkTarget(
                queryId,
                sink.layout().topic(),
                sink.layout().window().map(SinkTarget::windowBytes).orElse(0),
                sink.isTable() ? emission : Emission.EVERY_CHANGE);
    }

    private static int windowBytes(KeyWindow window) {
        return window.kind() == KeyWindow.Kind.SESSION ? 2 * Long.BYTES : Long.BYTES;
    }
}
