package io.nrtstreams.sql.operator;

import io.nrtstreams.sql.plan.PlanNode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Value columns side by side; those of a side without a row are null. */
record JoinedColumns(int leftWidth, int rightWidth) {

    static JoinedColumns of(PlanNode.Join join) {
        return new JoinedColumns(
                join.left().schema().value().size(),
                join.right().schema().value().size());
    }

    @Nullable Object[] join(@Nullable Object @Nullable [] left, @Nullable Object @Nullable [] right) {
        @Nullable Object[] joined = left == null
                ? new @Nullable Object[leftWidth + rightWidth]
                : Arrays.copyOf(left, leftWidth + rightWidth);
        if (right != null) {
            System.arraycopy(right, 0, joined, leftWidth, rightWidth);
        }
        return joined;
    }
}
