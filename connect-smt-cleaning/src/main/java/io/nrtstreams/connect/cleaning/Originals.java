package io.nrtstreams.connect.cleaning;

import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the key and the value of the record in hand were before the transforms of this plugin changed them, so that a
 * later transform that rejects the record gives back what the connector handed over.
 *
 * <p>A chain of transforms takes one record at a time through one thread, the task's. The memory is therefore that of
 * the last record, and it is told by the identity of the key or value that a transform handed on: where another
 * plugin's transform has replaced that since, a reject keeps what it was given.
 */
final class Originals {
    private static final ThreadLocal<Originals> OF_TASK = ThreadLocal.withInitial(Originals::new);

    private final Original key = new Original();
    private final Original value = new Original();

    private Originals() {}

    static Originals ofThisTask() {
        return OF_TASK.get();
    }

    /** Notes that {@code after} takes the place of one side of {@code record}. */
    void remember(Side side, ConnectRecord<?> record, Object after) {
        Original original = of(side);
        Object before = side.of(record);
        if (before != original.after) {
            original.value = before;
            original.schema = side.schemaOf(record);
        }
        original.after = after;
    }

    /** What one side of {@code record} was, and its schema. */
    SchemaAndObject before(Side side, ConnectRecord<?> record) {
        Original original = of(side);
        Object now = side.of(record);
        return now != null && now == original.after
                ? new SchemaAndObject(original.schema, original.value)
                : new SchemaAndObject(side.schemaOf(record), now);
    }

    /** A key or value with its schema. */
    record SchemaAndObject(
            @Nullable Schema schema, @Nullable Object value) {}

    private Original of(Side side) {
        return side == Side.KEY ? key : value;
    }

    private static final class Original {
        private @Nullable Object after;
        private @Nullable Object value;
        private @Nullable Schema schema;
    }
}
