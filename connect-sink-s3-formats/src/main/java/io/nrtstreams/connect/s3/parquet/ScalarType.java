package io.nrtstreams.connect.s3.parquet;

import io.nrtstreams.connect.s3.layout.DecimalType;
import io.nrtstreams.connect.s3.layout.Kind;
import io.nrtstreams.connect.s3.layout.Times;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.connect.data.Schema;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * The Parquet type of a single value.
 *
 * @param stored the type in the file
 * @param length bytes of a value of fixed length, otherwise 0
 * @param meaning what the stored value means, null where it means itself
 * @param writer puts values into the column
 */
record ScalarType(
        PrimitiveTypeName stored, int length, @Nullable LogicalTypeAnnotation meaning, LeafShredder.Writer writer) {
    private static final int INT32_DIGITS = 9;
    private static final int INT64_DIGITS = 18;

    /** The type of a kind that has no parts. */
    static ScalarType of(Kind kind, Schema connect) {
        return switch (kind) {
            case BOOLEAN -> number(PrimitiveTypeName.BOOLEAN, null, value -> (Boolean) value ? 1 : 0);
            case INT8 -> number(PrimitiveTypeName.INT32, LogicalTypeAnnotation.intType(8, true), value -> (Byte) value);
            case INT16 ->
                number(PrimitiveTypeName.INT32, LogicalTypeAnnotation.intType(16, true), value -> (Short) value);
            case INT32 -> number(PrimitiveTypeName.INT32, null, value -> (Integer) value);
            case INT64 -> number(PrimitiveTypeName.INT64, null, value -> (Long) value);
            case FLOAT32 -> number(PrimitiveTypeName.FLOAT, null, value -> Float.floatToRawIntBits((Float) value));
            case FLOAT64 -> number(PrimitiveTypeName.DOUBLE, null, value -> Double.doubleToRawLongBits((Double) value));
            case STRING ->
                binary(
                        PrimitiveTypeName.BINARY,
                        0,
                        LogicalTypeAnnotation.stringType(),
                        value -> Binary.fromString((String) value));
            case BYTES -> binary(PrimitiveTypeName.BINARY, 0, null, ScalarType::bytes);
            case DATE -> number(PrimitiveTypeName.INT32, LogicalTypeAnnotation.dateType(), Times::epochDay);
            case TIME ->
                number(
                        PrimitiveTypeName.INT32,
                        LogicalTypeAnnotation.timeType(true, TimeUnit.MILLIS),
                        Times::millisOfDay);
            case TIMESTAMP ->
                number(
                        PrimitiveTypeName.INT64,
                        LogicalTypeAnnotation.timestampType(true, TimeUnit.MILLIS),
                        Times::epochMillis);
            case DECIMAL -> decimal(DecimalType.of(connect));
            case ARRAY, MAP, STRUCT -> throw new IllegalArgumentException(kind + " has parts");
        };
    }

    private interface ToNumber {
        long of(Object value);
    }

    private interface ToBinary {
        Binary of(Object value);
    }

    private static ScalarType number(
            PrimitiveTypeName stored, @Nullable LogicalTypeAnnotation meaning, ToNumber conversion) {
        return new ScalarType(
                stored, 0, meaning, (value, leaf, repetition) -> leaf.add(conversion.of(value), repetition));
    }

    private static ScalarType binary(
            PrimitiveTypeName stored, int length, @Nullable LogicalTypeAnnotation meaning, ToBinary conversion) {
        return new ScalarType(
                stored, length, meaning, (value, leaf, repetition) -> leaf.add(conversion.of(value), repetition));
    }

    /** In as few bytes as its digits take, which is how Spark and Hive read them best. */
    private static ScalarType decimal(DecimalType type) {
        LogicalTypeAnnotation meaning = LogicalTypeAnnotation.decimalType(type.scale(), type.precision());
        if (type.precision() <= INT64_DIGITS) {
            PrimitiveTypeName stored =
                    type.precision() <= INT32_DIGITS ? PrimitiveTypeName.INT32 : PrimitiveTypeName.INT64;
            return number(
                    stored, meaning, value -> type.unscaled((BigDecimal) value).longValueExact());
        }
        int length = BigInteger.TEN.pow(type.precision()).bitLength() / Byte.SIZE + 1;
        return binary(
                PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY,
                length,
                meaning,
                value -> fixed(type.unscaled((BigDecimal) value), length));
    }

    /** Two's complement, big-endian. */
    private static Binary fixed(BigInteger number, int length) {
        byte[] shortest = number.toByteArray();
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, 0, length - shortest.length, (byte) (number.signum() < 0 ? -1 : 0));
        System.arraycopy(shortest, 0, bytes, length - shortest.length, shortest.length);
        return Binary.fromConstantByteArray(bytes);
    }

    /** The record's own array: it is Connect's rule that nobody changes what is in a record. */
    private static Binary bytes(Object value) {
        return value instanceof ByteBuffer buffer
                ? Binary.fromConstantByteBuffer(buffer.duplicate())
                : Binary.fromConstantByteArray((byte[]) value);
    }

    PrimitiveType named(String name, Presence presence) {
        return Types.primitive(stored, presence.repetition())
                .length(length)
                .as(meaning)
                .named(name);
    }

    Leaf leaf(int definedAt) {
        return new Leaf(definedAt, target());
    }

    private Leaf.Target target() {
        return switch (stored) {
            case BOOLEAN -> (column, number, text, r, d) -> column.write(number != 0, r, d);
            case INT32 -> (column, number, text, r, d) -> column.write((int) number, r, d);
            case INT64 -> (column, number, text, r, d) -> column.write(number, r, d);
            case FLOAT -> (column, number, text, r, d) -> column.write(Float.intBitsToFloat((int) number), r, d);
            case DOUBLE -> (column, number, text, r, d) -> column.write(Double.longBitsToDouble(number), r, d);
            case BINARY, FIXED_LEN_BYTE_ARRAY -> (column, number, text, r, d) -> column.write(text, r, d);
            case INT96 -> throw new IllegalArgumentException("INT96 is never written");
        };
    }
}
