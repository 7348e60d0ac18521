package io.nrtstreams.analytics.batch.history;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an object, one after the other, as the format itself tells values apart: texts, numbers, truth values, lists,
 * maps, and with Parquet also bytes, dates, times and instants. Single-threaded; holds a buffer and one row, with Parquet a
 * row group.
 */
interface RawRows extends Closeable {

    /**
     * The next row by the names of its fields; null at the end.
     *
     * @throws IOException when the object ends early, or is not of its format
     */
    @Nullable Map<String, @Nullable Object> next() throws IOException;
}
