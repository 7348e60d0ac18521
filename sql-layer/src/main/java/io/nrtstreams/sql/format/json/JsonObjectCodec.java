package io.nrtstreams.sql.format.json;

import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.format.RowCodec;
import io.nrtstreams.sql.type.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns as members of an object. */
final class JsonObjectCodec implements RowCodec {

    private final JsonReader in = new JsonReader();
    private final JsonWriter out = new JsonWriter();
    private final JsonObject members;

    JsonObjectCodec(List<Column> columns) {
        members = new JsonObject(
                columns.stream().map(Column::name).toList(),
                columns.stream()
                        .map(column -> JsonType.of(column.type(), "column " + column.name()))
                        .toList());
    }

    @Override
    public byte @Nullable [] encode(@Nullable Object @Nullable [] columns) {
        if (columns == null) {
            return null;
        }
        out.start();
        for (int i = 0; i < columns.length; i++) {
            members.writeMember(out, i, columns[i]);
        }
        members.writeEnd(out);
        return out.finish();
    }

    @Override
    public @Nullable Object @Nullable [] decode(byte @Nullable [] bytes) throws DecodeException {
        if (bytes == null) {
            return null;
        }
        in.start(bytes);
        if (in.peek() != '{') {
            return decodeNull();
        }
        @Nullable Object[] columns = members.read(in);
        in.expectEnd();
        return columns;
    }

    private @Nullable Object @Nullable [] decodeNull() throws DecodeException {
        if (!in.takeNull()) {
            throw JsonType.unexpected(in, "the whole", "an object with the columns");
        }
        in.expectEnd();
        return null;
    }
}
