package io.nrtstreams.sql.format;

import org.jspecify.annotations.Nullable;

/** Columns to bytes and back. Single-threaded. */
public interface RowCodec {

    /**
     * The bytes of the columns; null for null.
     *
     * @throws EncodeException when the format cannot write a value
     */
    byte @Nullable [] encode(@Nullable Object @Nullable [] columns);

    /**
     * The columns in the bytes; null for null.
     *
     * @throws DecodeException when the bytes are not of this format and schema
     */
    @Nullable Object @Nullable [] decode(byte @Nullable [] bytes) throws DecodeException;
}
