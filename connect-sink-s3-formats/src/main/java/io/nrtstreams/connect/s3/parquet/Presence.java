package io.nrtstreams.connect.s3.parquet;

import org.apache.parquet.schema.Type;

/** Whether a field may be null. */
enum Presence {
    REQUIRED(Type.Repetition.REQUIRED, 0),
    OPTIONAL(Type.Repetition.OPTIONAL, 1);

    private final Type.Repetition repetition;
    private final int levels;

    Presence(Type.Repetition repetition, int levels) {
        this.repetition = repetition;
        this.levels = levels;
    }

    static Presence ofOptional(boolean optional) {
        return optional ? OPTIONAL : REQUIRED;
    }

    Type.Repetition repetition() {
        return repetition;
    }

    /** How many definition levels the field adds. */
    int levels() {
        return levels;
    }
}
