package io.nrtstreams.sql.operator;

import io.nrtstreams.sql.operator.ForeignKeyMessages.Ask;
import io.nrtstreams.sql.row.Row;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A left row's change as messages to foreign keys. A foreign key with a null column belongs to no right row; a left join
 * still gives its row.
 *
 * @param foreignKey the columns of the right key, computed from a left row
 * @param left whether left rows without a right row are given
 */
record SubscribeStep(Calculation foreignKey, boolean left, RowSink next) implements RowSink {

    @Override
    public void accept(Row row) {
        @Nullable Object[] oldKey = row.before() == null ? null : foreignKey.apply(row.asBefore());
        @Nullable Object[] newKey = row.value() == null ? null : foreignKey.apply(row);
        if (newKey == null) {
            if (oldKey != null && (left || !RekeyStep.hasNull(oldKey))) {
                send(oldKey, Ask.DELETE, row);
            }
            return;
        }
        if (oldKey != null && !Arrays.equals(oldKey, newKey)) {
            send(oldKey, Ask.FORGET, row);
        }
        boolean mayBeOut = oldKey != null && !RekeyStep.hasNull(oldKey);
        send(newKey, left || mayBeOut ? Ask.ROW_OR_NOTHING : Ask.ROW_IF_THERE, row);
    }

    private void send(@Nullable Object[] key, Ask ask, Row row) {
        next.accept(ForeignKeyMessages.subscription(key, ask, ForeignKeyMessages.hashOf(row.value()), row));
    }
}
