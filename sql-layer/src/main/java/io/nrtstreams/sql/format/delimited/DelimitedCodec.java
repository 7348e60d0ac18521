package io.nrtstreams.sql.format.delimited;

import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.format.RowCodec;
import io.nrtstreams.sql.type.Column;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns as fields of a line. An empty field is null, whether it is quoted or not. */
final class DelimitedCodec implements RowCodec {

    private final DelimitedType[] types;
    private final LineReader in;
    private final LineWriter out;

    DelimitedCodec(List<Column> columns, char delimiter) {
        types = columns.stream().map(DelimitedType::of).toArray(DelimitedType[]::new);
        in = new LineReader(delimiter);
        out = new LineWriter(delimiter);
    }

    @Override
    public byte @Nullable [] encode(@Nullable Object @Nullable [] columns) {
        if (columns == null) {
            return null;
        }
        out.start();
        for (int i = 0; i < types.length; i++) {
            Object value = columns[i];
            out.field(value == null ? null : types[i].write(value));
        }
        return out.finish().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable Object @Nullable [] decode(byte @Nullable [] bytes) throws DecodeException {
        if (bytes == null) {
            return null;
        }
        @Nullable Object[] columns = new Object[types.length];
        if (types.length == 0 && bytes.length == 0) {
            return columns;
        }
        in.start(new String(bytes, StandardCharsets.UTF_8));
        int fields = 0;
        while (in.next()) {
            if (fields < types.length && !in.field().isEmpty()) {
                columns[fields] = types[fields].read(in.field());
            }
            fields++;
        }
        if (fields != types.length) {
            throw new DecodeException("there must be " + types.length + " fields, but there are " + fields);
        }
        return columns;
    }
}
