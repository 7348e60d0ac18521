package io.nrtstreams.sql.format.protobuf;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.DynamicMessage;
import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.format.Format.Part;
import io.nrtstreams.sql.format.RowCodec;
import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.registry.TopicSchemas;
import io.nrtstreams.sql.registry.WirePrefix;
import io.nrtstreams.sql.registry.WriterSchemas;
import io.nrtstreams.sql.registry.WriterSchemas.Prepared;
import io.nrtstreams.sql.type.Column;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Rows as Protobuf messages behind a schema's id and the message's indexes. */
final class ProtobufCodec implements RowCodec {

    private final List<Column> columns;
    private final NullRepresentation nulls;
    private final TopicSchemas schemas;
    private final ProtobufMessageWriter writer;
    private final byte[] indexes;
    private final IntSupplier schemaId;
    private final WriterSchemas<ProtobufSource> sources = new WriterSchemas<>(this::prepare);

    ProtobufCodec(
            FormatSpec spec,
            List<Column> columns,
            Part part,
            TopicSchemas schemas,
            ProtobufSink sink,
            IntSupplier schemaId) {
        this.columns = columns;
        this.nulls = NullRepresentation.of(spec, part);
        this.schemas = schemas;
        this.writer = sink.writer();
        this.indexes = MessageIndexes.of(sink.message());
        this.schemaId = schemaId;
    }

    @Override
    public byte @Nullable [] encode(@Nullable Object @Nullable [] row) {
        if (row == null) {
            return null;
        }
        DynamicMessage message = writer.write(row);
        int start = WirePrefix.LENGTH + indexes.length;
        int length = message.getSerializedSize();
        byte[] bytes = new byte[start + length];
        WirePrefix.write(schemaId.getAsInt(), bytes);
        System.arraycopy(indexes, 0, bytes, WirePrefix.LENGTH, indexes.length);
        try {
            message.writeTo(CodedOutputStream.newInstance(bytes, start, length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes;
    }

    @Override
    public @Nullable Object @Nullable [] decode(byte @Nullable [] bytes) throws DecodeException {
        return bytes == null ? null : sources.of(WirePrefix.schemaId(bytes)).readIndexed(bytes, WirePrefix.LENGTH);
    }

    private Prepared<ProtobufSource> prepare(int id) throws DecodeException {
        try {
            return Prepared.of(new ProtobufSource(ProtoFiles.link(schemas.writer(id)), columns, nulls));
        } catch (ProtoException e) {
            return Prepared.refused("schema " + id + " is not a valid Protobuf schema: " + e.getMessage());
        }
    }
}
