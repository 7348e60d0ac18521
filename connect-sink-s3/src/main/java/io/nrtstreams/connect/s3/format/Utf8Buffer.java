package io.nrtstreams.connect.s3.format;

import java.util.Arrays;

/**
 * Text under construction as UTF-8. One is reused for every record of a task: it grows to the largest record, and
 * {@link #clear} lets go of what is beyond 1 MiB. Not thread-safe.
 */
public final class Utf8Buffer {
    private static final int KEPT = 1 << 20;

    private byte[] bytes = new byte[1024];
    private int length;

    /** Empties the buffer. */
    public void clear() {
        length = 0;
        if (bytes.length > KEPT) {
            bytes = new byte[KEPT];
        }
    }

    /** The bytes; only the first {@link #length()} are meant. Valid until the next change. */
    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return length;
    }

    /** Appends one ASCII character. */
    public void ascii(char character) {
        reserve(1);
        bytes[length++] = (byte) character;
    }

    /** Appends bytes that are UTF-8 already. */
    public void raw(byte[] utf8) {
        reserve(utf8.length);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
    }

    /** Appends text; half a surrogate pair becomes U+FFFD. */
    public void text(CharSequence text) {
        int count = text.length();
        reserve(3 * (long) count);
        for (int i = 0; i < count; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                bytes[length++] = (byte) c;
            } else {
                i += beyondAscii(text, i);
            }
        }
    }

    /**
     * Appends the character at {@code at}, which is not ASCII.
     *
     * @return how many further chars of {@code text} it took, 0 or 1
     */
    int beyondAscii(CharSequence text, int at) {
        reserve(4);
        char c = text.charAt(at);
        if (c < 0x800) {
            bytes[length++] = (byte) (0xc0 | (c >> 6));
            bytes[length++] = (byte) (0x80 | (c & 0x3f));
            return 0;
        }
        boolean pair =
                Character.isHighSurrogate(c) && at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        if (pair) {
            int point = Character.toCodePoint(c, text.charAt(at + 1));
            bytes[length++] = (byte) (0xf0 | (point >> 18));
            bytes[length++] = (byte) (0x80 | ((point >> 12) & 0x3f));
            bytes[length++] = (byte) (0x80 | ((point >> 6) & 0x3f));
            bytes[length++] = (byte) (0x80 | (point & 0x3f));
            return 1;
        }
        int point = Character.isSurrogate(c) ? 0xfffd : c;
        bytes[length++] = (byte) (0xe0 | (point >> 12));
        bytes[length++] = (byte) (0x80 | ((point >> 6) & 0x3f));
        bytes[length++] = (byte) (0x80 | (point & 0x3f));
        return 0;
    }

    private void reserve(long more) {
        long wanted = length + more;
        if (wanted > bytes.length) {
            if (wanted > Integer.MAX_VALUE - 8) {
                throw new BadRecordException("the record takes over 2 GiB as text");
            }
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(wanted, 2L * bytes.length)));
        }
    }

    /** The text. */
    @Override
    public String toString() {
        return new String(bytes, 0, length, java.nio.charset.StandardCharsets.UTF_8);
    }
}
