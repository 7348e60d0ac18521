package io.nrtstreams.sql.format.json;

import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.format.RowCodec;
import io.nrtstreams.sql.type.Column;
import org.jspecify.annotations.Nullable;

/** One column as a value of its own. */
final class JsonValueCodec implements RowCodec {

    private final JsonReader in = new JsonReader();
    private final JsonWriter out = new JsonWriter();
    private final JsonType type;

    JsonValueCodec(Column column) {
        type = JsonType.of(column.type(), "column " + column.name());
    }

    @Override
    public byte @Nullable [] encode(@Nullable Object @Nullable [] columns) {
        Object value = columns == null ? null : columns[0];
        if (value == null) {
            return null;
        }
        out.start();
        type.write(out, value);
        return out.finish();
    }

    @Override
    public @Nullable Object @Nullable [] decode(byte @Nullable [] bytes) throws DecodeException {
        if (bytes == null) {
            return null;
        }
        in.start(bytes);
        Object value = type.readNullable(in);
        in.expectEnd();
        return value == null ? null : new Object[] {value};
    }
}
