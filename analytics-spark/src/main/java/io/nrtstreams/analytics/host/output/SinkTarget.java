package io.nrtstreams.analytics.host.output;

import io.nrtstreams.sql.plan.KeyWindow;
import io.nrtstreams.sql.plan.TopicLayout;
import java.io.Serializable;

/**
 * Where a query's records go.
 *
 * @param windowBytes how many bytes of a window end each key; the others choose the partition
 */
public record SinkTarget(String queryId, String topic, int windowBytes, Emission emission) implements Serializable {

    /** The target of a query whose sink is laid out like this. */
    public static SinkTarget of(String queryId, TopicLayout layout, Emission emission) {
        return new SinkTarget(
                queryId,
                layout.topic(),
                layout.window().map(SinkTarget::windowBytes).orElse(0),
                emission);
    }

    private static int windowBytes(KeyWindow window) {
        return window.kind() == KeyWindow.Kind.SESSION ? 2 * Long.BYTES : Long.BYTES;
    }
}
