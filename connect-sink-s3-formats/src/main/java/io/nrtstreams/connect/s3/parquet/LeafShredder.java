package io.nrtstreams.connect.s3.parquet;

import io.nrtstreams.connect.s3.layout.Misfit;
import org.jspecify.annotations.Nullable;

/** A single value, which is one column. */
final class LeafShredder implements Shredder {
    private final Leaf leaf;
    private final Presence presence;
    private final Writer writer;

    LeafShredder(Leaf leaf, Presence presence, Writer writer) {
        this.leaf = leaf;
        this.presence = presence;
        this.writer = writer;
    }

    /** Puts a value that is not null into the column. */
    @FunctionalInterface
    interface Writer {
        void write(Object value, Leaf leaf, int repetition);
    }

    @Override
    public void write(@Nullable Object value, int repetition, int definition) {
        if (value != null) {
            writer.write(value, leaf, repetition);
        } else if (presence == Presence.OPTIONAL) {
            leaf.addNull(repetition, definition);
        } else {
            throw Misfit.missing();
        }
    }

    @Override
    public void writeAbsent(int repetition, int definition) {
        leaf.addNull(repetition, definition);
    }
}
