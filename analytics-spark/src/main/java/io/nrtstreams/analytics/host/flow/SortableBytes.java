package io.nrtstreams.analytics.host.flow;

import io.nrtstreams.sql.type.SqlType;
import io.nrtstreams.sql.type.StructValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Values as bytes that sort, unsigned, as the values do, null first; equal values give equal bytes, and no value's bytes
 * begin with another's. Lists, maps and structs, which have no order of their own, get one. They are read back, to the scale
 * of a decimal and the nanosecond of a time, and are part of checkpoints.
 */
final class SortableBytes {

    private static final long SIGN = Long.MIN_VALUE;
    private static final int END = 0;
    /** Stands before the bytes 0 and 1, which it makes 1 and 2, as 0 is the end. */
    private static final int ESCAPE = 1;

    private SortableBytes() {}

    static void writeNullable(SqlType type, @Nullable Object value, ByteSink out) {
        out.writeByte(value == null ? 0 : 1);
        if (value != null) {
            write(type, value, out);
        }
    }

    static @Nullable Object readNullable(SqlType type, ByteSource in) {
        return in.readByte() == 0 ? null : read(type, in);
    }

    static void writeTime(long time, ByteSink out) {
        out.writeFixed(time ^ SIGN, Long.BYTES);
    }

    static long readTime(ByteSource in) {
        return in.readFixed(Long.BYTES) ^ SIGN;
    }

    static void write(SqlType type, Object value, ByteSink out) {
        switch (type.base()) {
            case BOOLEAN -> out.writeByte((Boolean) value ? 1 : 0);
            case INTEGER -> out.writeFixed((Integer) value ^ Integer.MIN_VALUE, Integer.BYTES);
            case BIGINT -> writeTime((Long) value, out);
            case DOUBLE -> {
                long bits = Double.doubleToLongBits((Double) value);
                out.writeFixed(bits < 0 ? ~bits : bits ^ SIGN, Long.BYTES);
            }
            case DECIMAL -> writeDecimal((BigDecimal) value, out);
            case STRING -> writeText((String) value, out);
            case BYTES -> writeBytes((ByteBuffer) value, out);
            case TIME -> out.writeFixed(((LocalTime) value).toNanoOfDay(), Long.BYTES);
            case DATE -> writeTime(((LocalDate) value).toEpochDay(), out);
            case TIMESTAMP -> {
                Instant instant = (Instant) value;
                writeTime(instant.getEpochSecond(), out);
                out.writeFixed(instant.getNano(), Integer.BYTES);
            }
            case ARRAY -> writeList((SqlType.Array) type, (List<?>) value, out);
            case MAP -> writeMap((SqlType.Map) type, (Map<?, ?>) value, out);
            case STRUCT -> writeStruct((SqlType.Struct) type, (StructValue) value, out);
        }
    }

    static Object read(SqlType type, ByteSource in) {
        return switch (type.base()) {
            case BOOLEAN -> in.readByte() != 0;
            case INTEGER -> (int) in.readFixed(Integer.BYTES) ^ Integer.MIN_VALUE;
            case BIGINT -> readTime(in);
            case DOUBLE -> {
                long bits = in.readFixed(Long.BYTES);
                yield Double.longBitsToDouble(bits < 0 ? bits ^ SIGN : ~bits);
            }
            case DECIMAL -> readDecimal(in);
            case STRING -> readText(in);
            case BYTES -> readBytes(in);
            case TIME -> LocalTime.ofNanoOfDay(in.readFixed(Long.BYTES));
            case DATE -> LocalDate.ofEpochDay(readTime(in));
            case TIMESTAMP -> Instant.ofEpochSecond(readTime(in), in.readFixed(Integer.BYTES));
            case ARRAY -> readList((SqlType.Array) type, in);
            case MAP -> readMap((SqlType.Map) type, in);
            case STRUCT -> readStruct((SqlType.Struct) type, in);
        };
    }

    private static void writeText(String text, ByteSink out) {
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one <= ESCAPE) {
                out.writeByte(ESCAPE);
                out.writeByte(one + 1);
            } else {
                out.writeChar(one);
            }
        }
        out.writeByte(END);
    }

    private static String readText(ByteSource in) {
        byte[] bytes = in.bytes();
        int from = in.position();
        boolean isPlain = true;
        int to = from;
        for (; bytes[to] != END; to++) {
            isPlain &= bytes[to] > ESCAPE;
        }
        if (isPlain) {
            in.position(to + 1);
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
        byte[] raw = readEscaped(in);
        return ByteSource.text(raw, 0, raw.length);
    }

    /** Bytes compare as signed ones. */
    private static void writeBytes(ByteBuffer buffer, ByteSink out) {
        for (int i = buffer.position(); i < buffer.limit(); i++) {
            int one = (buffer.get(i) ^ 0x80) & 0xFF;
            if (one <= ESCAPE) {
                out.writeByte(ESCAPE);
                out.writeByte(one + 1);
            } else {
                out.writeByte(one);
            }
        }
        out.writeByte(END);
    }

    private static ByteBuffer readBytes(ByteSource in) {
        byte[] bytes = readEscaped(in);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= (byte) 0x80;
        }
        return ByteBuffer.wrap(bytes);
    }

    private static byte[] readEscaped(ByteSource in) {
        ByteSink raw = new ByteSink(32);
        for (int one = in.readByte(); one != END; one = in.readByte()) {
            raw.writeByte(one == ESCAPE ? in.readByte() - 1 : one);
        }
        return raw.toBytes();
    }

    /** The sign, how many digits stand before the point, the digits up to the last that is not zero, and the scale. */
    private static void writeDecimal(BigDecimal number, ByteSink out) {
        int sign = number.signum();
        out.writeByte(sign + 1);
        if (sign != 0) {
            String digits = number.unscaledValue().abs().toString();
            int last = digits.length();
            while (digits.charAt(last - 1) == '0') {
                last--;
            }
            int flip = sign < 0 ? -1 : 0;
            out.writeFixed((digits.length() - number.scale()) ^ Integer.MIN_VALUE ^ flip, Integer.BYTES);
            for (int i = 0; i < last; i++) {
                out.writeByte(digits.charAt(i) ^ flip);
            }
            out.writeByte(END ^ flip);
        }
        out.writeFixed(number.scale() ^ Integer.MIN_VALUE, Integer.BYTES);
    }

    private static BigDecimal readDecimal(ByteSource in) {
        int sign = in.readByte() - 1;
        StringBuilder digits = new StringBuilder();
        int before = 0;
        if (sign != 0) {
            int flip = sign < 0 ? -1 : 0;
            before = (int) in.readFixed(Integer.BYTES) ^ Integer.MIN_VALUE ^ flip;
            for (int one = in.readByte() ^ flip; one != END; one = in.readByte() ^ flip) {
                digits.append((char) one);
            }
        }
        int scale = (int) in.readFixed(Integer.BYTES) ^ Integer.MIN_VALUE;
        if (sign == 0) {
            return new BigDecimal(BigInteger.ZERO, scale);
        }
        digits.append("0".repeat(before + scale - digits.length()));
        BigInteger unscaled = new BigInteger(digits.toString());
        return new BigDecimal(sign < 0 ? unscaled.negate() : unscaled, scale);
    }

    private static void writeList(SqlType.Array type, List<?> list, ByteSink out) {
        for (Object element : list) {
            out.writeByte(1);
            writeNullable(type.element(), element, out);
        }
        out.writeByte(END);
    }

    private static List<@Nullable Object> readList(SqlType.Array type, ByteSource in) {
        List<@Nullable Object> list = new ArrayList<>();
        while (in.readByte() != END) {
            list.add(readNullable(type.element(), in));
        }
        return list;
    }

    /** In the order of the keys' bytes, as maps are equal whatever the order of their entries. */
    private static void writeMap(SqlType.Map type, Map<?, ?> map, ByteSink out) {
        Map<byte[], @Nullable Object> sorted = new TreeMap<>(Arrays::compareUnsigned);
        map.forEach((key, value) -> {
            ByteSink bytes = new ByteSink(16);
            writeNullable(type.key(), key, bytes);
            sorted.put(bytes.toBytes(), value);
        });
        sorted.forEach((key, value) -> {
            out.writeByte(1);
            out.writeRaw(key);
            writeNullable(type.value(), value, out);
        });
        out.writeByte(END);
    }

    private static Map<@Nullable Object, @Nullable Object> readMap(SqlType.Map type, ByteSource in) {
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        while (in.readByte() != END) {
            Object key = readNullable(type.key(), in);
            map.put(key, readNullable(type.value(), in));
        }
        return map;
    }

    private static void writeStruct(SqlType.Struct type, StructValue struct, ByteSink out) {
        for (int i = 0; i < struct.size(); i++) {
            writeNullable(type.fields().get(i).type(), struct.get(i), out);
        }
    }

    private static StructValue readStruct(SqlType.Struct type, ByteSource in) {
        @Nullable Object[] values = new @Nullable Object[type.fields().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = readNullable(type.fields().get(i).type(), in);
        }
        return new StructValue(type, values);
    }
}
