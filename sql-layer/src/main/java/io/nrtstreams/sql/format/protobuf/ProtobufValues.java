package io.nrtstreams.sql.format.protobuf;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.nrtstreams.sql.format.Decimals;
import io.nrtstreams.sql.format.DecodeException;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.StructValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;

/** Prepares the conversion of single values, which are there, with the promotions that lose nothing. */
final class ProtobufValues {

    /** A decimal of 38 digits takes 16 bytes; what is far longer is damaged, and costly to turn into a number. */
    private static final int MAX_DECIMAL_BYTES = 64;

    private static final int NANOS_PER_MILLI = 1_000_000;

    /** Makes a value of the language of one that Protobuf's library has read. */
    @FunctionalInterface
    interface Conversion {
        Object of(Object value) throws DecodeException;
    }

    private ProtobufValues() {}

    static Conversion of(FieldDescriptor field, SqlType type, NullRepresentation nulls) throws DecodeException {
        if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
            return message(field.getMessageType(), type, nulls);
        }
        boolean unsigned32 =
                field.getType() == FieldDescriptor.Type.UINT32 || field.getType() == FieldDescriptor.Type.FIXED32;
        boolean integer = field.getJavaType() == FieldDescriptor.JavaType.INT
                || field.getJavaType() == FieldDescriptor.JavaType.LONG;
        boolean number = integer
                || field.getJavaType() == FieldDescriptor.JavaType.FLOAT
                || field.getJavaType() == FieldDescriptor.JavaType.DOUBLE;
        switch (type.base()) {
            case BOOLEAN -> {
                if (field.getJavaType() == FieldDescriptor.JavaType.BOOLEAN) {
                    return value -> value;
                }
            }
            case INTEGER -> {
                if (field.getJavaType() == FieldDescriptor.JavaType.INT && !unsigned32) {
                    return value -> value;
                }
            }
            case BIGINT -> {
                if (integer) {
                    return value -> whole(value, unsigned32);
                }
            }
            case DOUBLE -> {
                if (number) {
                    return unsigned32 ? value -> (double) whole(value, true) : value -> ((Number) value).doubleValue();
                }
            }
            case DECIMAL -> {
                if (integer) {
                    SqlType.Decimal decimal = (SqlType.Decimal) type;
                    return value -> Decimals.fit(BigDecimal.valueOf(whole(value, unsigned32)), decimal, "the number");
                }
            }
            case STRING -> {
                if (field.getJavaType() == FieldDescriptor.JavaType.STRING) {
                    return value -> value;
                }
                if (field.getJavaType() == FieldDescriptor.JavaType.ENUM) {
                    return value -> ((EnumValueDescriptor) value).getName();
                }
            }
            case BYTES -> {
                if (field.getJavaType() == FieldDescriptor.JavaType.BYTE_STRING) {
                    return value -> ByteBuffer.wrap(((ByteString) value).toByteArray());
                }
            }
            default -> {}
        }
        throw mismatch(field.getType().name().toLowerCase(Locale.ROOT), type);
    }

    static DecodeException mismatch(String written, SqlType type) {
        return new DecodeException(
                "expected a type that " + type + " can hold, but the writer's schema has " + written);
    }

    private static long whole(Object value, boolean unsigned32) {
        return unsigned32 ? Integer.toUnsignedLong((Integer) value) : ((Number) value).longValue();
    }

    private static Conversion message(Descriptor message, SqlType type, NullRepresentation nulls)
            throws DecodeException {
        if (type instanceof SqlType.Struct struct) {
            ProtobufMessageReader fields = ProtobufMessageReader.of(
                    message,
                    struct.fields().stream().map(SqlType.Field::name).toList(),
                    struct.fields().stream().map(SqlType.Field::type).toList(),
                    nulls);
            return value -> new StructValue(struct, fields.read((Message) value));
        }
        if (ProtoNames.isWrapper(message.getFullName())) {
            FieldDescriptor wrapped = message.findFieldByNumber(1);
            Conversion inner = of(wrapped, type, nulls);
            return value -> inner.of(((Message) value).getField(wrapped));
        }
        return switch (type.base() + " " + message.getFullName()) {
            case "DECIMAL " + ProtoNames.DECIMAL -> decimal(message, (SqlType.Decimal) type);
            case "DATE " + ProtoNames.DATE -> date(message);
            case "TIME " + ProtoNames.TIME -> time(message);
            case "TIMESTAMP " + ProtoNames.TIMESTAMP -> timestamp(message);
            default -> throw mismatch("message " + message.getFullName(), type);
        };
    }

    private static Conversion decimal(Descriptor message, SqlType.Decimal type) {
        FieldDescriptor unscaled = message.findFieldByNumber(1);
        FieldDescriptor scale = message.findFieldByNumber(3);
        return value -> {
            ByteString bytes = (ByteString) ((Message) value).getField(unscaled);
            if (bytes.size() > MAX_DECIMAL_BYTES) {
                throw new DecodeException("expected a decimal of at most " + MAX_DECIMAL_BYTES + " bytes");
            }
            BigInteger number = bytes.isEmpty() ? BigInteger.ZERO : new BigInteger(bytes.toByteArray());
            return Decimals.fit(
                    new BigDecimal(number, (Integer) ((Message) value).getField(scale)), type, "the number");
        };
    }

    private static Conversion date(Descriptor message) {
        FieldDescriptor year = message.findFieldByNumber(1);
        FieldDescriptor month = message.findFieldByNumber(2);
        FieldDescriptor day = message.findFieldByNumber(3);
        return value -> {
            try {
                return LocalDate.of(number(value, year), number(value, month), number(value, day));
            } catch (DateTimeException e) {
                throw new DecodeException("expected a date with year, month and day");
            }
        };
    }

    private static Conversion time(Descriptor message) {
        FieldDescriptor hours = message.findFieldByNumber(1);
        FieldDescriptor minutes = message.findFieldByNumber(2);
        FieldDescriptor seconds = message.findFieldByNumber(3);
        FieldDescriptor nanos = message.findFieldByNumber(4);
        return value -> {
            try {
                int fraction = number(value, nanos);
                return LocalTime.of(
                        number(value, hours),
                        number(value, minutes),
                        number(value, seconds),
                        fraction - fraction % NANOS_PER_MILLI);
            } catch (DateTimeException e) {
                throw new DecodeException("expected a time of day");
            }
        };
    }

    private static Conversion timestamp(Descriptor message) {
        FieldDescriptor seconds = message.findFieldByNumber(1);
        FieldDescriptor nanos = message.findFieldByNumber(2);
        return value -> {
            try {
                Instant exact = Instant.ofEpochSecond((Long) ((Message) value).getField(seconds), number(value, nanos));
                return Instant.ofEpochMilli(exact.toEpochMilli());
            } catch (DateTimeException | ArithmeticException e) {
                throw new DecodeException("expected a timestamp that fits milliseconds in 64 bits");
            }
        };
    }

    private static int number(Object message, FieldDescriptor field) {
        return (Integer) ((Message) message).getField(field);
    }
}
