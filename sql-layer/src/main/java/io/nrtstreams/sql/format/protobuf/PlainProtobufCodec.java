package io.nrtstreams.sql.format.protobuf;

import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.format.RowCodec;
import org.jspecify.annotations.Nullable;

/** Rows as bare Protobuf messages of the columns' schema. */
final class PlainProtobufCodec implements RowCodec {

    private final ProtobufMessageWriter writer;
    private final ProtobufSource source;

    PlainProtobufCodec(ProtobufMessageWriter writer, ProtobufSource source) {
        this.writer = writer;
        this.source = source;
    }

    @Override
    public byte @Nullable [] encode(@Nullable Object @Nullable [] row) {
        return row == null ? null : writer.write(row).toByteArray();
    }

    @Override
    public @Nullable Object @Nullable [] decode(byte @Nullable [] bytes) throws DecodeException {
        return bytes == null ? null : source.readFirst(bytes, 0);
    }
}
