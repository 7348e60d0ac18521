package io.nrtstreams.sql.operator;

import io.nrtstreams.sql.plan.KeyWindow;
import io.nrtstreams.sql.plan.PlanNode;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.row.Window;
import io.nrtstreams.sql.tree.Query;
import io.nrtstreams.sql.tree.Query.WindowShape;
import java.time.Duration;
import java.util.Optional;

/**
 * Gives rows of a join's right side windows of the left side's size: time windows are equal when they begin together, and the
 * result has the left one.
 *
 * @param size in ms
 */
record WindowStep(long size, RowSink next) implements RowSink {

    /** The step where sizes differ, else none. */
    static RowSink ofRight(PlanNode.Join join, RowSink next) {
        Optional<Duration> left = size(join.left());
        Optional<Duration> right = size(join.right());
        return left.isPresent() && right.isPresent() && !left.equals(right)
                ? new WindowStep(left.get().toMillis(), next)
                : next;
    }

    private static Optional<Duration> size(PlanNode node) {
        if (!node.schema().windowed()) {
            return Optional.empty();
        } else if (node instanceof PlanNode.Source source) {
            return source.layout().window().flatMap(KeyWindow::size);
        } else if (node instanceof PlanNode.Aggregate aggregate
                && aggregate.window().isPresent()) {
            return size(aggregate.window().get());
        }
        return size(node.inputs().get(0));
    }

    private static Optional<Duration> size(Query.Window window) {
        if (window.shape() instanceof WindowShape.Tumbling tumbling) {
            return Optional.of(tumbling.size());
        }
        return window.shape() instanceof WindowShape.Hopping hopping ? Optional.of(hopping.size()) : Optional.empty();
    }

    @Override
    public void accept(Row row) {
        Window window = row.window();
        next.accept(
                window == null
                        ? row
                        : new Row(
                                row.key(),
                                new Window(window.start(), window.start() + size),
                                row.value(),
                                row.before(),
                                row.timestamp(),
                                row.origin()));
    }
}
