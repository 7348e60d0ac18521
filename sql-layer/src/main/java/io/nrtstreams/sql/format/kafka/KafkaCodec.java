package io.nrtstreams.sql.format.kafka;

import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.format.RowCodec;
import io.nrtstreams.sql.type.Column;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One column in bytes; {@code length} is how many there must be, or -1 when any number will do. */
record KafkaCodec(Column column, int length, Function<Object, byte[]> writer, Function<byte[], Object> reader)
        implements RowCodec {

    /** The codec of a column; empty when Kafka has no serializer for its type. */
    static Optional<KafkaCodec> find(Column column) {
        return Optional.ofNullable(
                switch (column.type().base()) {
                    case INTEGER ->
                        new KafkaCodec(
                                column,
                                Integer.BYTES,
                                value -> ByteBuffer.allocate(Integer.BYTES)
                                        .putInt((Integer) value)
                                        .array(),
                                bytes -> ByteBuffer.wrap(bytes).getInt());
                    case BIGINT ->
                        new KafkaCodec(
                                column,
                                Long.BYTES,
                                value -> ByteBuffer.allocate(Long.BYTES)
                                        .putLong((Long) value)
                                        .array(),
                                bytes -> ByteBuffer.wrap(bytes).getLong());
                    case DOUBLE ->
                        new KafkaCodec(
                                column,
                                Double.BYTES,
                                value -> ByteBuffer.allocate(Double.BYTES)
                                        .putDouble((Double) value)
                                        .array(),
                                bytes -> ByteBuffer.wrap(bytes).getDouble());
                    case STRING ->
                        new KafkaCodec(
                                column,
                                -1,
                                value -> ((String) value).getBytes(StandardCharsets.UTF_8),
                                bytes -> new String(bytes, StandardCharsets.UTF_8));
                    case BYTES -> new KafkaCodec(column, -1, KafkaCodec::rest, ByteBuffer::wrap);
                    default -> null;
                });
    }

    @Override
    public byte @Nullable [] encode(@Nullable Object @Nullable [] columns) {
        if (columns == null) {
            return null;
        }
        Object value = columns[0];
        return value == null ? null : writer.apply(value);
    }

    @Override
    public @Nullable Object @Nullable [] decode(byte @Nullable [] bytes) throws DecodeException {
        if (bytes == null) {
            return null;
        }
        if (length >= 0 && bytes.length != length) {
            throw new DecodeException(
                    "column " + column + " takes " + length + " bytes, but there are " + bytes.length);
        }
        return new Object[] {reader.apply(bytes)};
    }

    private static byte[] rest(Object value) {
        ByteBuffer buffer = ((ByteBuffer) value).duplicate();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
