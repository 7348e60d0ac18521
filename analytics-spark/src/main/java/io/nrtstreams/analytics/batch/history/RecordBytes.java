package io.nrtstreams.analytics.batch.history;

import io.nrtstreams.sql.format.DecodeException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Key, value and headers of a record out of a row. Single-threaded. */
interface RecordBytes {

    /**
     * Key and value.
     *
     * @throws DecodeException when the row holds neither the bytes nor what they could be made of
     */
    KeyAndValue of(Map<String, @Nullable Object> row) throws DecodeException;

    byte @Nullable [] header(@Nullable Object raw) throws DecodeException;

    /** Bytes that nobody changes. */
    @SuppressWarnings("ArrayRecordComponent")
    record KeyAndValue(byte @Nullable [] key, byte @Nullable [] value) {}
}
