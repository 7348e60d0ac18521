package io.nrtstreams.analytics.pipeline;

import org.apache.spark.sql.streaming.OutputMode;

/** Which rows of the result a batch puts out. */
enum Mode {
    /** Only rows that never change any more. */
    APPEND,
    /** Rows that the batch changed. */
    UPDATE,
    /** The whole result, every time. */
    COMPLETE;

    OutputMode spark() {
        return switch (this) {
            case APPEND -> OutputMode.Append();
            case UPDATE -> OutputMode.Update();
            case COMPLETE -> OutputMode.Complete();
        };
    }
}
