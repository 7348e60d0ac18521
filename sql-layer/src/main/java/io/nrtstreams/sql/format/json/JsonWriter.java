package io.nrtstreams.sql.format.json;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes JSON in UTF-8 to a buffer that it uses again. The text is what Jackson would write. */
final class JsonWriter {

    private static final int KEPT_AT_MOST = 1 << 20;
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.ISO_8859_1);

    private byte[] buffer = new byte[512];
    private int size;

    void start() {
        size = 0;
        if (buffer.length > KEPT_AT_MOST) {
            buffer = new byte[512];
        }
    }

    byte[] finish() {
        return Arrays.copyOf(buffer, size);
    }

    private void room(int more) {
        if (buffer.length - size < more) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, Math.addExact(size, more)));
        }
    }

    void put(char ascii) {
        room(1);
        buffer[size++] = (byte) ascii;
    }

    void put(byte[] text) {
        room(text.length);
        System.arraycopy(text, 0, buffer, size, text.length);
        size += text.length;
    }

    void putNull() {
        put(NULL);
    }

    void putBoolean(boolean value) {
        put(value ? TRUE : FALSE);
    }

    void putLong(long value) {
        room(20);
        size = NumberOutput.outputLong(value, buffer, size);
    }

    void putInt(int value) {
        room(11);
        size = NumberOutput.outputInt(value, buffer, size);
    }

    /** The shortest digits that read back as the same number; NaN and the infinities as strings. */
    void putDouble(double value) {
        if (Double.isFinite(value)) {
            putAscii(NumberOutput.toString(value, true));
        } else {
            putString(Double.toString(value));
        }
    }

    /** Text that needs neither quotes nor escapes. */
    void putAscii(String text) {
        int length = text.length();
        room(length);
        for (int i = 0; i < length; i++) {
            buffer[size++] = (byte) text.charAt(i);
        }
    }

    void putString(String text) {
        int length = text.length();
        // No char takes more than the six bytes of an escape.
        room(Math.addExact(Math.multiplyExact(length, 6), 2));
        byte[] into = buffer;
        int at = size;
        into[at++] = '"';
        for (int i = 0; i < length; i++) {
            char next = text.charAt(i);
            if (next >= ' ' && next < 0x80 && next != '"' && next != '\\') {
                into[at++] = (byte) next;
            } else if (next < 0x80) {
                at = escape(next, into, at);
            } else {
                at = upToThreeBytes(next, into, at);
            }
        }
        into[at++] = '"';
        size = at;
    }

    private static int escape(char next, byte[] into, int start) {
        int at = start;
        into[at++] = '\\';
        switch (next) {
            case '"', '\\' -> into[at++] = (byte) next;
            case '\b' -> into[at++] = 'b';
            case '\f' -> into[at++] = 'f';
            case '\n' -> into[at++] = 'n';
            case '\r' -> into[at++] = 'r';
            case '\t' -> into[at++] = 't';
            default -> at = hexDigits(next, into, at);
        }
        return at;
    }

    private static int hexDigits(char next, byte[] into, int start) {
        into[start] = 'u';
        for (int i = 0; i < 4; i++) {
            into[start + 1 + i] = HEX[(next >> (12 - 4 * i)) & 0xf];
        }
        return start + 5;
    }

    private static int upToThreeBytes(char next, byte[] into, int start) {
        int at = start;
        if (next < 0x800) {
            into[at++] = (byte) (0xc0 | (next >> 6));
            into[at++] = continuation(next, 0);
        } else if (Character.isSurrogate(next)) {
            // As Jackson does, by default, with pairs too: keys that both write are the same bytes.
            into[at++] = '\\';
            at = hexDigits(next, into, at);
        } else {
            into[at++] = (byte) (0xe0 | (next >> 12));
            into[at++] = continuation(next, 6);
            into[at++] = continuation(next, 0);
        }
        return at;
    }

    private static byte continuation(int code, int shift) {
        return (byte) (0x80 | ((code >> shift) & 0x3f));
    }
}
