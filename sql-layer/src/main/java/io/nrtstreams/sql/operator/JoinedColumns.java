package io.nrtstreams.sql.operator;

import io.nrtstreams.sql.plan.PlanNode;
import org.jspecify.annotations.Nullable;

/** Value columns side by side; those of a side without a row are null. What a side has after its columns is left out. */
record JoinedColumns(int leftWidth, int rightWidth) {

    static JoinedColumns of(PlanNode.Join join) {
        return new JoinedColumns(
                join.left().schema().value().size(),
                join.right().schema().value().size());
    }

    @Nullable Object[] join(@Nullable Object @Nullable [] left, @Nullable Object @Nullable [] right) {
        @Nullable Object[] joined = new @Nullable Object[leftWidth + rightWidth];
        if (left != null) {
            System.arraycopy(left, 0, joined, 0, leftWidth);
        }
        if (right != null) {
            System.arraycopy(right, 0, joined, leftWidth, rightWidth);
        }
        return joined;
    }
}
