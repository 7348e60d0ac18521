package io.nrtstreams.connect.s3.format;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/**
 * Writes Connect data as JSON (RFC 8259), Structs and schemaless Maps alike.
 *
 * <p>Not a number and the infinities, which JSON numbers lack, are the texts {@code "NaN"}, {@code "Infinity"} and
 * {@code "-Infinity"}. Field order is the order of the schema or the Map. Not thread-safe.
 */
public final class JsonWriter {
    private static final int DEEPEST = 100;
    /** Field names repeat from record to record; where they do not, the cache is dropped and begins again. */
    private static final int CACHED_NAMES = 4096;

    private static final byte[] NULL = ascii("null");
    private static final byte[] TRUE = ascii("true");
    private static final byte[] FALSE = ascii("false");
    private static final byte[] HEX = ascii("0123456789abcdef");

    /** By ASCII code, which characters of a text are written as they are. */
    private static final boolean[] PLAIN = plain();

    private final Map<String, byte[]> names = new HashMap<>();
    private final FieldNames fieldNames = new FieldNames(this::name);
    private int depth;

    private static boolean[] plain() {
        boolean[] plain = new boolean[0x80];
        java.util.Arrays.fill(plain, 0x20, plain.length, true);
        plain['"'] = false;
        plain['\\'] = false;
        return plain;
    }

    /**
     * Appends one value.
     *
     * @throws BadRecordException if a type has no form in JSON, or the value is nested more than 100 levels deep
     */
    public void write(Utf8Buffer out, @Nullable Object value, @Nullable Schema schema) {
        depth = 0;
        value(out, value, schema);
    }

    /** Appends {@code "name":} with the comma that parts it from the field before. */
    public void name(Utf8Buffer out, String name, boolean first) {
        if (!first) {
            out.ascii(',');
        }
        out.raw(name(name));
    }

    /** The bytes of {@code "name":}. */
    private byte[] name(String name) {
        byte[] known = names.get(name);
        return known == null ? learn(name) : known;
    }

    private byte[] learn(String name) {
        if (names.size() >= CACHED_NAMES) {
            names.clear();
        }
        Utf8Buffer text = new Utf8Buffer();
        string(text, name);
        text.ascii(':');
        byte[] bytes = java.util.Arrays.copyOf(text.bytes(), text.length());
        names.put(name, bytes);
        return bytes;
    }

    private void value(Utf8Buffer out, @Nullable Object value, @Nullable Schema schema) {
        if (value == null) {
            out.raw(NULL);
        } else if (value instanceof String text) {
            string(out, text);
        } else if (value instanceof Boolean truth) {
            out.raw(truth ? TRUE : FALSE);
        } else if (value instanceof Number number) {
            number(out, number);
        } else {
            container(out, value, schema);
        }
    }

    private void container(Utf8Buffer out, Object value, @Nullable Schema schema) {
        if (++depth > DEEPEST) {
            throw new BadRecordException("the value is nested over " + DEEPEST + " levels deep");
        }
        if (value instanceof Struct struct) {
            struct(out, struct);
        } else if (value instanceof Map<?, ?> map) {
            map(out, map, schema);
        } else if (value instanceof Iterable<?> list) {
            list(out, list, schema);
        } else {
            string(out, scalar(value, schema));
        }
        depth--;
    }

    private static String scalar(Object value, @Nullable Schema schema) {
        String text = Texts.scalar(value, schema);
        if (text == null) {
            throw new BadRecordException("a value of type " + value.getClass().getName() + " has no form in JSON");
        }
        return text;
    }

    private void struct(Utf8Buffer out, Struct struct) {
        out.ascii('{');
        fields(out, struct, true);
        out.ascii('}');
    }

    /** Appends the fields of a struct or the entries of a map, each with a comma before it. */
    void membersAfterOthers(Utf8Buffer out, Object value, @Nullable Schema schema) {
        depth = 0;
        if (value instanceof Struct struct) {
            fields(out, struct, false);
        } else {
            entries(out, (Map<?, ?>) value, schema, false);
        }
    }

    private void fields(Utf8Buffer out, Struct struct, boolean first) {
        List<Field> fields = struct.schema().fields();
        byte[][] texts = fieldNames.of(struct.schema());
        for (int i = 0; i < texts.length; i++) {
            if (i > 0 || !first) {
                out.ascii(',');
            }
            out.raw(texts[i]);
            Field field = fields.get(i);
            value(out, struct.get(field), field.schema());
        }
    }

    private void map(Utf8Buffer out, Map<?, ?> map, @Nullable Schema schema) {
        out.ascii('{');
        entries(out, map, schema, true);
        out.ascii('}');
    }

    /** A key that is not text is written as text. */
    private void entries(Utf8Buffer out, Map<?, ?> map, @Nullable Schema schema, boolean first) {
        Schema values = schema == null ? null : schema.valueSchema();
        boolean leading = first;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            name(out, keyText(entry.getKey(), schema), leading);
            value(out, entry.getValue(), values);
            leading = false;
        }
    }

    private static String keyText(@Nullable Object key, @Nullable Schema schema) {
        String text = key == null ? null : Texts.scalar(key, schema == null ? null : schema.keySchema());
        if (text == null) {
            throw new BadRecordException("a map has a key that is null or not a single value");
        }
        return text;
    }

    private void list(Utf8Buffer out, Iterable<?> list, @Nullable Schema schema) {
        Schema elements = schema == null ? null : schema.valueSchema();
        out.ascii('[');
        boolean leading = true;
        for (Object element : list) {
            if (!leading) {
                out.ascii(',');
            }
            value(out, element, elements);
            leading = false;
        }
        out.ascii(']');
    }

    private static void number(Utf8Buffer out, Number number) {
        boolean finite =
                !(number instanceof Double || number instanceof Float) || Double.isFinite(number.doubleValue());
        if (finite) {
            Numbers.write(out, number);
        } else {
            string(out, number.toString());
        }
    }

    private static void string(Utf8Buffer out, String text) {
        out.ascii('"');
        int i = out.run(text, 0, PLAIN);
        while (i < text.length()) {
            char c = text.charAt(i);
            int more = 0;
            if (c >= 0x80) {
                more = out.beyondAscii(text, i);
            } else if (c < 0x20) {
                control(out, c);
            } else {
                out.ascii('\\');
                out.ascii(c);
            }
            i = out.run(text, i + 1 + more, PLAIN);
        }
        out.ascii('"');
    }

    private static void control(Utf8Buffer out, char c) {
        out.ascii('\\');
        switch (c) {
            case '\n' -> out.ascii('n');
            case '\r' -> out.ascii('r');
            case '\t' -> out.ascii('t');
            case '\b' -> out.ascii('b');
            case '\f' -> out.ascii('f');
            default -> {
                out.text("u00");
                out.ascii((char) HEX[c >> 4]);
                out.ascii((char) HEX[c & 15]);
            }
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
