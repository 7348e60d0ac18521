package io.nrtstreams.sql.format.delimited;

import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.format.Format.Part;
import io.nrtstreams.sql.format.RowCodec;
import io.nrtstreams.sql.type.Column;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns as fields of a line. An empty field is null, whether it is quoted or not. A key of one column that is null is
 * no key, as in the other formats that do not wrap it; a value is an empty line then, since no value would delete a row.
 */
final class DelimitedCodec implements RowCodec {

    private final DelimitedType[] types;
    private final boolean singleKey;
    private final LineReader in;
    private final LineWriter out;

    DelimitedCodec(List<Column> columns, char delimiter, Part part) {
        singleKey = part == Part.KEY && columns.size() == 1;
        types = columns.stream().map(DelimitedType::of).toArray(DelimitedType[]::new);
        in = new LineReader(delimiter);
        out = new LineWriter(delimiter);
    }

    @Override
    public byte @Nullable [] encode(@Nullable Object @Nullable [] columns) {
        if (columns == null || (singleKey && columns[0] == null)) {
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
