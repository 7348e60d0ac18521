package io.nrtstreams.sql.format.avro;

import io.nrtstreams.sql.format.Decimals;
import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.type.SqlType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** Prepares the reading of values without parts, with the promotions that lose nothing. */
final class AvroScalarReaders {

    /** A decimal of 38 digits takes 16 bytes; what is far longer is damaged, and costly to turn into a number. */
    private static final int MAX_DECIMAL_BYTES = 64;

    /** Stands in messages behind the column's name. */
    private static final String NUMBER = "the number";

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long MICROS_PER_MILLI = 1_000;
    private static final long MILLIS_PER_DAY = 86_400_000;

    private AvroScalarReaders() {}

    static AvroReader of(Schema writer, SqlType type) throws DecodeException {
        Schema.Type written = writer.getType();
        switch (type.base()) {
            case BOOLEAN -> {
                if (written == Schema.Type.BOOLEAN) {
                    return AvroInput::readBoolean;
                }
            }
            case INTEGER -> {
                if (written == Schema.Type.INT) {
                    return AvroInput::readInt;
                }
            }
            case BIGINT -> {
                if (written == Schema.Type.INT || written == Schema.Type.LONG) {
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
                if (written == Schema.Type.STRING) {
                    return AvroInput::readString;
                }
                if (written == Schema.Type.ENUM) {
                    return symbol(writer);
                }
            }
            case BYTES -> {
                if (written == Schema.Type.BYTES) {
                    return in -> ByteBuffer.wrap(in.readBytes());
                }
                if (written == Schema.Type.FIXED) {
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
        Schema.Type written = writer.getType();
        if (written == Schema.Type.INT || written == Schema.Type.LONG) {
            return in -> Decimals.fit(BigDecimal.valueOf(in.readLong()), type, NUMBER);
        }
        if (!(writer.getLogicalType() instanceof LogicalTypes.Decimal decimal)) {
            throw mismatch(writer, type);
        }
        int scale = decimal.getScale();
        if (written == Schema.Type.FIXED) {
            int size = writer.getFixedSize();
            return in -> Decimals.fit(unscaled(in.readFixed(size), scale), type, NUMBER);
        }
        return in -> Decimals.fit(unscaled(in.readBytes(), scale), type, NUMBER);
    }

    private static BigDecimal unscaled(byte[] bytes, int scale) throws DecodeException {
        if (bytes.length == 0 || bytes.length > MAX_DECIMAL_BYTES) {
            throw new DecodeException("expected a decimal of 1 to " + MAX_DECIMAL_BYTES + " bytes");
        }
        return new BigDecimal(new BigInteger(bytes), scale);
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
