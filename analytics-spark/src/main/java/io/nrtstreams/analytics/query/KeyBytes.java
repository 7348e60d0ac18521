package io.nrtstreams.analytics.query;

import io.nrtstreams.sql.row.Window;
import io.nrtstreams.sql.type.StructValue;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keys as bytes that sort, unsigned, as their values do for numbers, texts, booleans and times: column after column, null
 * first, then the window's start and end. What has no order of its own gets one that tells different values apart.
 */
final class KeyBytes {

    private static final int NULL = 0;
    private static final int PRESENT = 1;
    private static final int END = 0;
    private static final int ESCAPED = 0xFF;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(32);

    private KeyBytes() {}

    /** The columns of a key, which all its windows begin with. */
    static byte[] of(@Nullable Object[] key) {
        KeyBytes bytes = new KeyBytes();
        for (Object column : key) {
            bytes.write(column);
        }
        return bytes.out.toByteArray();
    }

    static byte[] of(@Nullable Object[] key, @Nullable Window window) {
        byte[] columns = of(key);
        if (window == null) {
            return columns;
        }
        return ByteBuffer.allocate(columns.length + 16)
                .put(columns)
                .putLong(window.start() ^ Long.MIN_VALUE)
                .putLong(window.end() ^ Long.MIN_VALUE)
                .array();
    }

    private void write(@Nullable Object value) {
        if (value == null) {
            out.write(NULL);
            return;
        }
        out.write(PRESENT);
        if (value instanceof Integer number) {
            writeLong(number);
        } else if (value instanceof Long number) {
            writeLong(number);
        } else if (value instanceof Double number) {
            long bits = Double.doubleToLongBits(number);
            writeFixed(bits < 0 ? ~bits : bits ^ Long.MIN_VALUE);
        } else if (value instanceof String text) {
            writeEscaped(text.getBytes(StandardCharsets.UTF_8));
        } else if (value instanceof Boolean flag) {
            out.write(flag ? 1 : 0);
        } else {
            writeOther(value);
        }
    }

    private void writeOther(Object value) {
        if (value instanceof Instant instant) {
            writeLong(instant.toEpochMilli());
        } else if (value instanceof LocalDate date) {
            writeLong(date.toEpochDay());
        } else if (value instanceof LocalTime time) {
            writeLong(time.toNanoOfDay());
        } else if (value instanceof BigDecimal number) {
            writeEscaped(number.stripTrailingZeros().toPlainString().getBytes(StandardCharsets.US_ASCII));
        } else if (value instanceof ByteBuffer buffer) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.duplicate().get(bytes);
            writeEscaped(bytes);
        } else if (value instanceof List<?> list) {
            list.forEach(this::write);
            out.write(END);
            out.write(END);
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, element) -> {
                write(key);
                write(element);
            });
            out.write(END);
            out.write(END);
        } else if (value instanceof StructValue struct) {
            for (int i = 0; i < struct.size(); i++) {
                write(struct.get(i));
            }
        } else {
            throw new IllegalArgumentException("no SQL value is a " + value.getClass().getName());
        }
    }

    private void writeLong(long value) {
        writeFixed(value ^ Long.MIN_VALUE);
    }

    private void writeFixed(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            out.write((int) (value >>> shift));
        }
    }

    /** Zero bytes are escaped, so that a text ends before all that begin with it. */
    private void writeEscaped(byte[] bytes) {
        for (byte one : bytes) {
            out.write(one);
            if (one == END) {
                out.write(ESCAPED);
            }
        }
        out.write(END);
        out.write(END);
    }
}
