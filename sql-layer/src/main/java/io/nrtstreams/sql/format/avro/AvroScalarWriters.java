package io.nrtstreams.sql.format.avro;

import io.nrtstreams.sql.format.EncodeException;
import io.nrtstreams.sql.type.SqlType;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** Prepares the writing of values without parts, which are never null, with the promotions that lose nothing. */
final class AvroScalarWriters {

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long NANOS_PER_MICRO = 1_000;
    private static final long MICROS_PER_MILLI = 1_000;

    private AvroScalarWriters() {}

    static AvroWriter of(Schema schema, SqlType type, String path) {
        Schema.Type target = schema.getType();
        switch (type.base()) {
            case BOOLEAN -> {
                if (target == Schema.Type.BOOLEAN) {
                    return (value, out) -> out.writeBoolean((Boolean) AvroWriters.require(value));
                }
            }
            case INTEGER -> {
                if (target == Schema.Type.INT && schema.getLogicalType() == null) {
                    return (value, out) -> out.writeLong((Integer) AvroWriters.require(value));
                }
                return widened(schema, type, path);
            }
            case BIGINT -> {
                if (target == Schema.Type.LONG && !AvroTypes.isLogical(schema, "timestamp-millis")) {
                    return (value, out) -> out.writeLong((Long) AvroWriters.require(value));
                }
            }
            case DOUBLE -> {
                if (target == Schema.Type.DOUBLE) {
                    return (value, out) -> out.writeDouble((Double) AvroWriters.require(value));
                }
                if (target == Schema.Type.FLOAT) {
                    return (value, out) -> out.writeFloat(((Double) AvroWriters.require(value)).floatValue());
                }
            }
            case STRING -> {
                if (target == Schema.Type.STRING) {
                    return (value, out) -> out.writeString((String) AvroWriters.require(value));
                }
                if (target == Schema.Type.ENUM) {
                    return symbol(schema, path);
                }
            }
            case DECIMAL -> {
                return decimal(schema, (SqlType.Decimal) type, path);
            }
            case BYTES -> {
                return bytes(schema, type, path);
            }
            case DATE, TIME, TIMESTAMP -> {
                return time(schema, type, path);
            }
            default -> {}
        }
        throw AvroWriters.mismatch(schema, type, path);
    }

    private static AvroWriter widened(Schema schema, SqlType type, String path) {
        if (schema.getType() == Schema.Type.LONG && schema.getLogicalType() == null) {
            return (value, out) -> out.writeLong((Integer) AvroWriters.require(value));
        }
        if (schema.getType() == Schema.Type.DOUBLE) {
            return (value, out) -> out.writeDouble((Integer) AvroWriters.require(value));
        }
        throw AvroWriters.mismatch(schema, type, path);
    }

    private static AvroWriter bytes(Schema schema, SqlType type, String path) {
        if (AvroTypes.isDecimal(schema)) {
            throw AvroWriters.mismatch(schema, type, path);
        }
        if (schema.getType() == Schema.Type.BYTES) {
            return (value, out) -> out.writeBytes((ByteBuffer) AvroWriters.require(value));
        }
        if (schema.getType() == Schema.Type.FIXED) {
            int size = schema.getFixedSize();
            return (value, out) -> {
                ByteBuffer buffer = (ByteBuffer) AvroWriters.require(value);
                if (buffer.remaining() != size) {
                    throw new EncodeException(path + " must have the " + size + " bytes that the schema fixes");
                }
                byte[] copy = new byte[size];
                buffer.get(buffer.position(), copy);
                out.writeRaw(copy);
            };
        }
        throw AvroWriters.mismatch(schema, type, path);
    }

    private static AvroWriter decimal(Schema schema, SqlType.Decimal type, String path) {
        if (!(schema.getLogicalType() instanceof LogicalTypes.Decimal target)
                || target.getScale() < type.scale()
                || target.getPrecision() - target.getScale() < type.precision() - type.scale()) {
            throw AvroWriters.mismatch(schema, type, path);
        }
        int scale = target.getScale();
        if (schema.getType() == Schema.Type.FIXED) {
            int size = schema.getFixedSize();
            return (value, out) -> out.writeRaw(padded(unscaled(AvroWriters.require(value), scale), size));
        }
        return (value, out) -> out.writeBytes(unscaled(AvroWriters.require(value), scale));
    }

    private static byte[] unscaled(Object value, int scale) {
        return ((BigDecimal) value).setScale(scale).unscaledValue().toByteArray();
    }

    /** Two's complement in a fixed number of bytes, which Avro guarantees to suffice for the precision. */
    private static byte[] padded(byte[] number, int size) {
        byte[] padded = new byte[size];
        Arrays.fill(padded, (byte) (number[0] < 0 ? -1 : 0));
        System.arraycopy(number, 0, padded, size - number.length, number.length);
        return padded;
    }

    private static AvroWriter symbol(Schema schema, String path) {
        Map<String, Integer> symbols = new HashMap<>();
        List<String> names = schema.getEnumSymbols();
        for (int i = 0; i < names.size(); i++) {
            symbols.put(names.get(i), i);
        }
        return (value, out) -> {
            Integer index = symbols.get((String) AvroWriters.require(value));
            if (index == null) {
                throw new EncodeException(path + " must be one of the schema's symbols " + names);
            }
            out.writeLong(index);
        };
    }

    private static AvroWriter time(Schema schema, SqlType type, String path) {
        String logical =
                schema.getLogicalType() == null ? "" : schema.getLogicalType().getName();
        return switch (type.base() + " " + logical) {
            case "DATE date" -> (value, out) -> out.writeLong(((LocalDate) AvroWriters.require(value)).toEpochDay());
            case "TIME time-millis" ->
                (value, out) -> out.writeLong(((LocalTime) AvroWriters.require(value)).toNanoOfDay() / NANOS_PER_MILLI);
            case "TIME time-micros" ->
                (value, out) -> out.writeLong(((LocalTime) AvroWriters.require(value)).toNanoOfDay() / NANOS_PER_MICRO);
            case "TIMESTAMP timestamp-millis", "TIMESTAMP local-timestamp-millis" ->
                (value, out) -> out.writeLong(((Instant) AvroWriters.require(value)).toEpochMilli());
            case "TIMESTAMP timestamp-micros", "TIMESTAMP local-timestamp-micros" ->
                (value, out) -> out.writeLong(
                        Math.multiplyExact(((Instant) AvroWriters.require(value)).toEpochMilli(), MICROS_PER_MILLI));
            default -> throw AvroWriters.mismatch(schema, type, path);
        };
    }
}
