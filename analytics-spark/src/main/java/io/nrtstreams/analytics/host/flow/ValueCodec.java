package io.nrtstreams.analytics.host.flow;

import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.StructValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values of SQL types as bytes: a byte that tells the kind, then the value. The kinds are part of what is stored in
 * checkpoints and never change their meaning. Used by one thread at a time.
 */
final class ValueCodec {

    private static final int NULL = 0;
    private static final int FALSE = 1;
    private static final int TRUE = 2;
    private static final int INTEGER = 3;
    private static final int BIGINT = 4;
    private static final int DOUBLE = 5;
    private static final int DECIMAL = 6;
    private static final int STRING = 7;
    private static final int BYTES = 8;
    private static final int TIME = 9;
    private static final int DATE = 10;
    private static final int TIMESTAMP = 11;
    private static final int ARRAY = 12;
    private static final int MAP = 13;
    private static final int STRUCT = 14;

    private final TypeTexts types = new TypeTexts();

    void writeRow(@Nullable Object @Nullable [] row, ByteSink out) {
        if (row == null) {
            out.writeUnsigned(0);
            return;
        }
        out.writeUnsigned(row.length + 1L);
        for (Object value : row) {
            write(value, out);
        }
    }

    @Nullable Object @Nullable [] readRow(ByteSource in) {
        int length = in.readSize() - 1;
        if (length < 0) {
            return null;
        }
        @Nullable Object[] row = new @Nullable Object[length];
        for (int i = 0; i < length; i++) {
            row[i] = read(in);
        }
        return row;
    }

    void write(@Nullable Object value, ByteSink out) {
        if (value == null) {
            out.writeByte(NULL);
        } else if (value instanceof String text) {
            out.writeByte(STRING);
            out.writeText(text);
        } else if (value instanceof Long number) {
            out.writeByte(BIGINT);
            out.writeLong(number);
        } else if (value instanceof Integer number) {
            out.writeByte(INTEGER);
            out.writeLong(number);
        } else if (value instanceof Double number) {
            out.writeByte(DOUBLE);
            out.writeFixed(Double.doubleToRawLongBits(number));
        } else if (value instanceof Boolean flag) {
            out.writeByte(flag ? TRUE : FALSE);
        } else {
            writeOther(value, out);
        }
    }

    private void writeOther(Object value, ByteSink out) {
        if (value instanceof BigDecimal number) {
            out.writeByte(DECIMAL);
            out.writeLong(number.scale());
            out.writeBytes(number.unscaledValue().toByteArray());
        } else if (value instanceof ByteBuffer buffer) {
            out.writeByte(BYTES);
            byte[] bytes = new byte[buffer.remaining()];
            buffer.duplicate().get(bytes);
            out.writeBytes(bytes);
        } else if (value instanceof LocalTime time) {
            out.writeByte(TIME);
            out.writeUnsigned(time.toNanoOfDay());
        } else if (value instanceof LocalDate date) {
            out.writeByte(DATE);
            out.writeLong(date.toEpochDay());
        } else if (value instanceof Instant instant) {
            out.writeByte(TIMESTAMP);
            out.writeLong(instant.getEpochSecond());
            out.writeUnsigned(instant.getNano());
        } else if (value instanceof List<?> list) {
            out.writeByte(ARRAY);
            out.writeUnsigned(list.size());
            list.forEach(element -> write(element, out));
        } else if (value instanceof Map<?, ?> map) {
            out.writeByte(MAP);
            out.writeUnsigned(map.size());
            map.forEach((key, element) -> {
                write(key, out);
                write(element, out);
            });
        } else if (value instanceof StructValue struct) {
            out.writeByte(STRUCT);
            out.writeText(types.textOf(struct.type()));
            for (int i = 0; i < struct.size(); i++) {
                write(struct.get(i), out);
            }
        } else {
            throw new IllegalArgumentException("no SQL value is a " + value.getClass().getName());
        }
    }

    @Nullable Object read(ByteSource in) {
        int kind = in.readByte();
        return switch (kind) {
            case NULL -> null;
            case FALSE -> Boolean.FALSE;
            case TRUE -> Boolean.TRUE;
            case INTEGER -> (int) in.readLong();
            case BIGINT -> in.readLong();
            case DOUBLE -> Double.longBitsToDouble(in.readFixed());
            case DECIMAL -> decimal(in);
            case STRING -> in.readText();
            case BYTES -> ByteBuffer.wrap(in.readBytes());
            case TIME -> LocalTime.ofNanoOfDay(in.readUnsigned());
            case DATE -> LocalDate.ofEpochDay(in.readLong());
            case TIMESTAMP -> Instant.ofEpochSecond(in.readLong(), in.readUnsigned());
            case ARRAY -> list(in);
            case MAP -> map(in);
            case STRUCT -> struct(in);
            default -> throw new IllegalStateException(
                    "stored values of kind " + kind + " are of a newer release: start that one");
        };
    }

    private static BigDecimal decimal(ByteSource in) {
        int scale = (int) in.readLong();
        return new BigDecimal(new BigInteger(in.readBytes()), scale);
    }

    private List<@Nullable Object> list(ByteSource in) {
        int size = in.readSize();
        List<@Nullable Object> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(read(in));
        }
        return list;
    }

    private Map<@Nullable Object, @Nullable Object> map(ByteSource in) {
        int size = in.readSize();
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            Object key = read(in);
            map.put(key, read(in));
        }
        return map;
    }

    private StructValue struct(ByteSource in) {
        SqlType.Struct type = types.structOf(in.readText());
        @Nullable Object[] values = new @Nullable Object[type.fields().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = read(in);
        }
        return new StructValue(type, values);
    }
}
