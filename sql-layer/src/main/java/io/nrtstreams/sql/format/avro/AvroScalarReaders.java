package io.nrtstreams.sql.format.avro;

import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.type.SqlType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Type;

/** Prepares the reading of values without parts, with the promotions that lose nothing. */
final class AvroScalarReaders {

    /** A decimal of 38 digits takes 16 bytes; what is far longer is damaged, and costly to turn into a number. */
    private static final int MAX_DECIMAL_BYTES = 64;

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long MICROS_PER_MILLI = 1_000;
    private static final long MILLIS_PER_DAY = 86_400_000;

    private AvroScalarReaders() {}

    static AvroReader of(Schema writer, SqlType type) throws DecodeException {
        Type written = writer.getType();
        switch (type.base()) {
            case BOOLEAN -> {
                if (written == Type.BOOLEAN) {
                    return AvroInput::readBoolean;
                }
            }
            case INTEGER -> {
                if (written == Type.INT) {
                    return AvroInput::readInt;
                }
            }
            case BIGINT -> {
                if (written == Type.INT || written == Type.LONG) {
                    return AvroInput::readLong;
                }
            }
            case DOUBLE -> {
                return number(writer, type);
            }
            case DECIMAL -> {
                return decimal(writer, (SqlType.Decimal) type);
            }
            case STRING -> {
                if (written == Type.STRING) {
                    return AvroInput::readString;
                }
                if (written == Type.ENUM) {
                    return symbol(writer);
                }
            }
            case BYTES -> {
                if (written == Type.BYTES) {
                    return in -> ByteBuffer.wrap(in.readBytes());
                }
                if (written == Type.FIXED) {
                    int size = writer.getFixedSize();
                    return in -> ByteBuffer.wrap(in.readFixed(size));
                }
            }
            case DATE -> {
                if (AvroTypes.isLogical(writer, "date")) {
                    return in -> LocalDate.ofEpochDay(in.readInt());
                }
            }
            case TIME -> {
                if (AvroTypes.isLogical(writer, "time-millis")) {
                    return in -> time(in.readInt());
                }
                if (AvroTypes.isLogical(writer, "time-micros")) {
                    return in -> time(Math.floorDiv(in.readLong(), MICROS_PER_MILLI));
                }
            }
            case TIMESTAMP -> {
                if (AvroTypes.isLogical(writer, "timestamp-millis")
                        || AvroTypes.isLogical(writer, "local-timestamp-millis")) {
                    return in -> Instant.ofEpochMilli(in.readLong());
                }
                if (AvroTypes.isLogical(writer, "timestamp-micros")
                        || AvroTypes.isLogical(writer, "local-timestamp-micros")) {
                    return in -> Instant.ofEpochMilli(Math.floorDiv(in.readLong(), MICROS_PER_MILLI));
                }
            }
            default -> {}
        }
        throw mismatch(writer, type);
    }

    static DecodeException mismatch(Schema writer, SqlType type) {
        return new DecodeException("expected a type that " + type + " can hold, but the writer's schema has "
                + AvroTypes.described(writer));
    }

    private static AvroReader number(Schema writer, SqlType type) throws DecodeException {
        return switch (writer.getType()) {
            case INT, LONG -> in -> (double) in.readLong();
            case FLOAT -> in -> (double) in.readFloat();
            case DOUBLE -> AvroInput::readDouble;
            default -> throw mismatch(writer, type);
        };
    }

    private static AvroReader decimal(Schema writer, SqlType.Decimal type) throws DecodeException {
        Type written = writer.getType();
        if (written == Type.INT || written == Type.LONG) {
            return in -> fitted(BigDecimal.valueOf(in.readLong()), type);
        }
        if (!(writer.getLogicalType() instanceof LogicalTypes.Decimal decimal)) {
            throw mismatch(writer, type);
        }
        int scale = decimal.getScale();
        if (written == Type.FIXED) {
            int size = writer.getFixedSize();
            return in -> fitted(unscaled(in.readFixed(size), scale), type);
        }
        return in -> fitted(unscaled(in.readBytes(), scale), type);
    }

    private static BigDecimal unscaled(byte[] bytes, int scale) throws DecodeException {
        if (bytes.length == 0 || bytes.length > MAX_DECIMAL_BYTES) {
            throw new DecodeException("expected a decimal of 1 to " + MAX_DECIMAL_BYTES + " bytes");
        }
        return new BigDecimal(new BigInteger(bytes), scale);
    }

    private static BigDecimal fitted(BigDecimal value, SqlType.Decimal type) throws DecodeException {
        if (value.scale() == type.scale() && value.precision() <= type.precision()) {
            return value;
        }
        if (value.precision() - value.scale() > type.precision() - type.scale()) {
            throw new DecodeException("expected a number that fits " + type);
        }
        BigDecimal scaled = value.setScale(type.scale(), RoundingMode.DOWN);
        if (scaled.compareTo(value) != 0) {
            throw new DecodeException("expected a number that fits " + type);
        }
        return scaled;
    }

    private static AvroReader symbol(Schema writer) {
        List<String> symbols = List.copyOf(writer.getEnumSymbols());
        return in -> {
            int index = in.readInt();
            if (index < 0 || index >= symbols.size()) {
                throw new DecodeException("expected one of the " + symbols.size() + " symbols of an enum");
            }
            return symbols.get(index);
        };
    }

    private static LocalTime time(long millis) throws DecodeException {
        if (millis < 0 || millis >= MILLIS_PER_DAY) {
            throw new DecodeException("expected a time of day");
        }
        return LocalTime.ofNanoOfDay(millis * NANOS_PER_MILLI);
    }
}
