package io.nrtstreams.analytics.batch.history;

import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.type.SqlTypes;
import java.nio.ByteBuffer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bytes as they were in Kafka: the sink got them through Connect's ByteArrayConverter and wrote them in base 64. */
final class OriginalBytes implements RecordBytes {

    @Override
    public KeyAndValue of(Map<String, @Nullable Object> row) throws DecodeException {
        return new KeyAndValue(
                bytes(row.get(RecordMaker.KEY), RecordMaker.KEY), bytes(row.get("value"), "the field value"));
    }

    @Override
    public byte @Nullable [] header(@Nullable Object raw) throws DecodeException {
        return bytes(raw, RecordMaker.HEADERS);
    }

    private static byte @Nullable [] bytes(@Nullable Object raw, String path) throws DecodeException {
        Object bytes = RawValues.convert(raw, SqlTypes.BYTES, path);
        return bytes == null ? null : RawValues.array((ByteBuffer) bytes);
    }
}
