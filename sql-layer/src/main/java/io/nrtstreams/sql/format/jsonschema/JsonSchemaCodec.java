package io.nrtstreams.sql.format.jsonschema;

import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.format.RowCodec;
import io.nrtstreams.sql.registry.WirePrefix;
import java.util.Arrays;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Rows as JSON behind a schema's id. JSON says itself what it is, so records are read without their schema, by the same
 * rules as JSON without a registry.
 */
final class JsonSchemaCodec implements RowCodec {

    private final RowCodec reading;
    private final RowCodec writing;
    private final JsonSchemaLayout layout;
    private final IntSupplier schemaId;

    JsonSchemaCodec(RowCodec reading, RowCodec writing, JsonSchemaLayout layout, IntSupplier schemaId) {
        this.reading = reading;
        this.writing = writing;
        this.layout = layout;
        this.schemaId = schemaId;
    }

    @Override
    public byte @Nullable [] encode(@Nullable Object @Nullable [] row) {
        byte[] body = writing.encode(row == null ? null : layout.arranged(row));
        if (body == null) {
            return null;
        }
        byte[] bytes = new byte[WirePrefix.LENGTH + body.length];
        WirePrefix.write(schemaId.getAsInt(), bytes);
        System.arraycopy(body, 0, bytes, WirePrefix.LENGTH, body.length);
        return bytes;
    }

    @Override
    public @Nullable Object @Nullable [] decode(byte @Nullable [] bytes) throws DecodeException {
        if (bytes == null) {
            return null;
        }
        WirePrefix.schemaId(bytes);
        return reading.decode(Arrays.copyOfRange(bytes, WirePrefix.LENGTH, bytes.length));
    }
}
