package io.nrtstreams.analytics.query.store;

import io.nrtstreams.sql.engine.PersistentQuery;
import io.nrtstreams.sql.plan.KeyWindow;
import io.nrtstreams.sql.plan.PlanNode;
import io.nrtstreams.sql.tree.Query;
import io.nrtstreams.sql.tree.Query.WindowShape;
import java.time.Duration;
import java.util.Optional;

/**
 * How long windows can be asked for: RETENTION after their start, of sessions after their end, by the time that the table's
 * partition has reached. Without RETENTION it is a day, or as long as late records may still change them.
 */
record Retention(long ms) {

    private static final Duration DAY = Duration.ofDays(1);

    /** Of a table whose rows are kept without end. */
    static final Retention NONE = new Retention(Long.MAX_VALUE);

    static Retention of(Optional<KeyWindow> window, Optional<PersistentQuery> maker) {
        if (window.isEmpty()) {
            return NONE;
        }
        Duration size = window.get().size().orElse(Duration.ZERO);
        return new Retention(maker.flatMap(query -> window(query.plan().root()))
                .map(Retention::of)
                .orElse(DAY.plus(size))
                .toMillis());
    }

    private static Optional<Query.Window> window(PlanNode node) {
        if (node instanceof PlanNode.Aggregate aggregate && aggregate.window().isPresent()) {
            return aggregate.window();
        }
        return node.inputs().stream().flatMap(input -> window(input).stream()).findFirst();
    }

    private static Duration of(Query.Window window) {
        if (window.retention().isPresent()) {
            return window.retention().get();
        }
        Duration changing = size(window.shape()).plus(window.grace().orElse(Duration.ZERO));
        return changing.compareTo(DAY) > 0 ? changing : DAY;
    }

    private static Duration size(WindowShape shape) {
        if (shape instanceof WindowShape.Tumbling tumbling) {
            return tumbling.size();
        }
        return shape instanceof WindowShape.Hopping hopping ? hopping.size() : ((WindowShape.Session) shape).gap();
    }

    /** The first time of windows that are kept when the partition has reached this time. */
    long keptFrom(long streamTime) {
        return ms == Long.MAX_VALUE ? Long.MIN_VALUE : streamTime - ms;
    }
}
