package io.nrtstreams.analytics.query.store;

import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.StructValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes values so that their bytes, compared without sign, are in the order that the language compares them in, null first,
 * and so that no value's bytes begin another's. Arrays, maps and structs have no order in the language; equal ones have equal
 * bytes. Both zeros of DOUBLE are told apart, the negative one first.
 *
 * <p>They are only compared and never read back, unlike the keys of a query's state, and where a key ends so do all that begin
 * with it: a bound may be the first columns alone. A decimal has the scale of its column, so that a constant that was written
 * otherwise finds its row.
 */
final class LookUpBytes {

    private static final int NULL = 1;
    private static final int VALUE = 2;
    private static final int END = 0;
    private static final int ESCAPED_ZERO = 0xFF;
    private static final int TERMINATOR = 1;
    private static final int DECIMAL_BYTES = 16;

    private byte[] bytes = new byte[64];
    private int size;

    void value(@Nullable Object value, SqlType type) {
        if (value == null) {
            write(NULL);
            return;
        }
        write(VALUE);
        switch (type.base()) {
            case BOOLEAN -> write((Boolean) value ? 1 : 0);
            case INTEGER -> integer((Integer) value);
            case BIGINT -> bigint((Long) value);
            case DOUBLE -> real((Double) value);
            case DECIMAL -> decimal((BigDecimal) value, (SqlType.Decimal) type);
            case STRING -> text((String) value);
            case BYTES -> signedBytes((ByteBuffer) value);
            case TIME -> bigint(((LocalTime) value).toNanoOfDay());
            case DATE -> bigint(((LocalDate) value).toEpochDay());
            case TIMESTAMP -> bigint(((Instant) value).toEpochMilli());
            case ARRAY -> array((List<?>) value, ((SqlType.Array) type).element());
            case MAP -> map((Map<?, ?>) value, (SqlType.Map) type);
            case STRUCT -> struct((StructValue) value, (SqlType.Struct) type);
        }
    }

    /** A byte as it is. */
    void write(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size * 2);
        }
        bytes[size++] = (byte) value;
    }

    void integer(int value) {
        big(value ^ Integer.MIN_VALUE, Integer.BYTES);
    }

    void bigint(long value) {
        big(value ^ Long.MIN_VALUE, Long.BYTES);
    }

    private void big(long value, int count) {
        for (int shift = (count - 1) * Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            write((int) (value >>> shift));
        }
    }

    /** Of negative numbers all bits are turned, of others the sign. */
    private void real(double value) {
        long bits = Double.doubleToLongBits(value);
        big(bits ^ ((bits >> (Long.SIZE - 1)) | Long.MIN_VALUE), Long.BYTES);
    }

    private void decimal(BigDecimal value, SqlType.Decimal type) {
        BigInteger unscaled = value.setScale(type.scale()).unscaledValue();
        byte[] digits = unscaled.toByteArray();
        int fill = unscaled.signum() < 0 ? 0xFF : 0;
        for (int i = 0; i < DECIMAL_BYTES; i++) {
            int from = i - (DECIMAL_BYTES - digits.length);
            int next = from < 0 ? fill : digits[from] & 0xFF;
            write(i == 0 ? next ^ 0x80 : next);
        }
    }

    /** UTF-16 units one by one in the way of UTF-8, as texts are compared by such units. */
    private void text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit < 0x80) {
                escaped(unit);
            } else if (unit < 0x800) {
                write(0xC0 | (unit >> 6));
                write(0x80 | (unit & 0x3F));
            } else {
                write(0xE0 | (unit >> 12));
                write(0x80 | ((unit >> 6) & 0x3F));
                write(0x80 | (unit & 0x3F));
            }
        }
        terminate();
    }

    /** The language compares bytes with their sign. */
    private void signedBytes(ByteBuffer value) {
        for (int i = value.position(); i < value.limit(); i++) {
            escaped((value.get(i) ^ 0x80) & 0xFF);
        }
        terminate();
    }

    private void escaped(int value) {
        write(value);
        if (value == END) {
            write(ESCAPED_ZERO);
        }
    }

    private void terminate() {
        write(END);
        write(TERMINATOR);
    }

    private void array(List<?> elements, SqlType type) {
        elements.forEach(element -> value(element, type));
        write(END);
    }

    private void map(Map<?, ?> entries, SqlType.Map type) {
        List<byte[]> sorted = entries.entrySet().stream()
                .map(entry -> {
                    LookUpBytes one = new LookUpBytes();
                    one.value(entry.getKey(), type.key());
                    one.value(entry.getValue(), type.value());
                    return one.toBytes();
                })
                .sorted(Arrays::compareUnsigned)
                .toList();
        sorted.forEach(this::raw);
        write(END);
    }

    private void struct(StructValue struct, SqlType.Struct type) {
        type.fields().forEach(field -> value(struct.get(field.name()), field.type()));
    }

    void raw(byte[] more) {
        for (byte one : more) {
            write(one);
        }
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** Begins anew. */
    void clear() {
        size = 0;
    }
}
