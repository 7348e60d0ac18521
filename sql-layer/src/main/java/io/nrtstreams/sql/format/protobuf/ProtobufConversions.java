package io.nrtstreams.sql.format.protobuf;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.format.EncodeException;
import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.StructValue;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;

/** Prepares the conversion of single values to what Protobuf's library writes. */
final class ProtobufConversions {

    private static final long MAX_UINT32 = 0xffff_ffffL;

    /** Makes what Protobuf's library writes of a value of the language. */
    @FunctionalInterface
    interface Conversion {
        Object of(Object value);
    }

    private ProtobufConversions() {}

    static Conversion of(FieldDescriptor field, SqlType type, String path) {
        if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
            return message(field.getMessageType(), type, path);
        }
        return switch (type.base() + " " + field.getType()) {
            case "BOOLEAN BOOL",
                    "INTEGER INT32",
                    "INTEGER SINT32",
                    "INTEGER SFIXED32",
                    "BIGINT INT64",
                    "BIGINT SINT64",
                    "BIGINT SFIXED64",
                    "BIGINT UINT64",
                    "BIGINT FIXED64",
                    "DOUBLE DOUBLE",
                    "STRING STRING" -> value -> value;
            case "INTEGER INT64", "INTEGER SINT64", "INTEGER SFIXED64" -> value -> ((Integer) value).longValue();
            case "INTEGER DOUBLE" -> value -> ((Integer) value).doubleValue();
            case "BIGINT UINT32", "BIGINT FIXED32" -> value -> unsigned((Long) value, path);
            case "DOUBLE FLOAT" -> value -> ((Double) value).floatValue();
            case "STRING ENUM" -> value -> named(field, (String) value, path);
            case "BYTES BYTES" -> value -> ByteString.copyFrom(((ByteBuffer) value).duplicate());
            default -> throw mismatch(path, type, field.getType().name().toLowerCase(Locale.ROOT));
        };
    }

    static SqlException mismatch(String path, SqlType type, String there) {
        return new SqlException(path + " is of type " + type + ", but the schema has " + there
                + " there; cast the column, or leave the schema id out so that a schema of the columns is registered.");
    }

    private static Integer unsigned(long value, String path) {
        if (value < 0 || value > MAX_UINT32) {
            throw new EncodeException(path + " does not fit the schema's unsigned 32 bits");
        }
        return (int) value;
    }

    private static EnumValueDescriptor named(FieldDescriptor field, String name, String path) {
        EnumValueDescriptor value = field.getEnumType().findValueByName(name);
        if (value == null) {
            throw new EncodeException(path + " must be one of the values of the schema's enum "
                    + field.getEnumType().getName());
        }
        return value;
    }

    private static Conversion message(Descriptor message, SqlType type, String path) {
        if (type instanceof SqlType.Struct struct) {
            ProtobufMessageWriter fields = ProtobufMessageWriter.of(
                    message,
                    struct.fields().stream().map(SqlType.Field::name).toList(),
                    struct.fields().stream().map(SqlType.Field::type).toList(),
                    path);
            return value -> fields.write((StructValue) value);
        }
        if (ProtoNames.isWrapper(message.getFullName())) {
            FieldDescriptor wrapped = message.findFieldByNumber(1);
            Conversion inner = of(wrapped, type, path);
            return value -> DynamicMessage.newBuilder(message)
                    .setField(wrapped, inner.of(value))
                    .build();
        }
        return switch (type.base() + " " + message.getFullName()) {
            case "DECIMAL " + ProtoNames.DECIMAL -> decimal(message);
            case "DATE " + ProtoNames.DATE -> date(message);
            case "TIME " + ProtoNames.TIME -> time(message);
            case "TIMESTAMP " + ProtoNames.TIMESTAMP -> timestamp(message);
            default -> throw mismatch(path, type, "message " + message.getFullName());
        };
    }

    private static Conversion decimal(Descriptor message) {
        return value -> {
            BigDecimal number = (BigDecimal) value;
            return DynamicMessage.newBuilder(message)
                    .setField(
                            message.findFieldByNumber(1),
                            ByteString.copyFrom(number.unscaledValue().toByteArray()))
                    .setField(message.findFieldByNumber(2), number.precision())
                    .setField(message.findFieldByNumber(3), number.scale())
                    .build();
        };
    }

    private static Conversion date(Descriptor message) {
        return value -> {
            LocalDate date = (LocalDate) value;
            return numbers(message, date.getYear(), date.getMonthValue(), date.getDayOfMonth());
        };
    }

    private static Conversion time(Descriptor message) {
        return value -> {
            LocalTime time = (LocalTime) value;
            return numbers(message, time.getHour(), time.getMinute(), time.getSecond(), time.getNano());
        };
    }

    private static DynamicMessage numbers(Descriptor message, int... values) {
        DynamicMessage.Builder builder = DynamicMessage.newBuilder(message);
        for (int i = 0; i < values.length; i++) {
            builder.setField(message.findFieldByNumber(i + 1), values[i]);
        }
        return builder.build();
    }

    private static Conversion timestamp(Descriptor message) {
        return value -> {
            Instant instant = (Instant) value;
            return DynamicMessage.newBuilder(message)
                    .setField(message.findFieldByNumber(1), instant.getEpochSecond())
                    .setField(message.findFieldByNumber(2), instant.getNano())
                    .build();
        };
    }
}
