package io.nrtstreams.sql.function.builtin.aggregate;

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

/** Bytes that are equal exactly for equal values of one SQL type; the same ones in every process and version. */
final class Fingerprint {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(32);

    private Fingerprint() {}

    static byte[] of(Object value) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.write(value);
        return fingerprint.bytes.toByteArray();
    }

    private void write(@Nullable Object value) {
        if (value == null) {
            bytes.write(0);
        } else if (value instanceof String text) {
            write('s', text.getBytes(StandardCharsets.UTF_8));
        } else if (value instanceof Long number) {
            write('n', number);
        } else if (value instanceof Integer number) {
            write('n', number);
        } else if (value instanceof Double number) {
            // adding zero makes the two zeros one
            write('n', Double.doubleToLongBits(number + 0.0));
        } else if (value instanceof Boolean truth) {
            write('n', truth ? 1 : 0);
        } else if (value instanceof BigDecimal decimal) {
            write('s', decimal.unscaledValue().toByteArray());
        } else if (value instanceof ByteBuffer buffer) {
            byte[] content = new byte[buffer.remaining()];
            buffer.duplicate().get(content);
            write('s', content);
        } else if (value instanceof LocalDate date) {
            write('n', date.toEpochDay());
        } else if (value instanceof LocalTime time) {
            write('n', time.toNanoOfDay());
        } else if (value instanceof Instant time) {
            write('n', time.toEpochMilli());
        } else {
            writeNested(value);
        }
    }

    private void writeNested(Object value) {
        if (value instanceof List<?> list) {
            write('l', list.size());
            list.forEach(this::write);
        } else if (value instanceof Map<?, ?> map) {
            // equal maps may be in different orders: their entries are summed up
            write('m', map.size());
            long sum = 0;
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                Fingerprint one = new Fingerprint();
                one.write(entry.getKey());
                one.write(entry.getValue());
                sum += hash(one.bytes.toByteArray());
            }
            write('n', sum);
        } else if (value instanceof StructValue struct) {
            write('r', struct.size());
            for (int i = 0; i < struct.size(); i++) {
                write(struct.get(i));
            }
        } else {
            throw new IllegalArgumentException(value.getClass().getName() + " is not the class of a SQL value");
        }
    }

    private void write(char kind, long number) {
        bytes.write(kind);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes.write((int) (number >>> shift));
        }
    }

    private void write(char kind, byte[] content) {
        write(kind, content.length);
        bytes.writeBytes(content);
    }

    /** FNV-1a, 64 bits. */
    private static long hash(byte[] content) {
        long hash = 0xcbf29ce484222325L;
        for (byte next : content) {
            hash = (hash ^ (next & 0xff)) * 0x100000001b3L;
        }
        return hash;
    }
}
