package io.nrtstreams.connect.s3.format;

import java.util.Arrays;

/**
 * Text under construction as UTF-8. One is reused for every record of a task: it grows to the largest record, and
 * {@link #clear} lets go of what is beyond 1 MiB. Not thread-safe.
 */
public final class Utf8Buffer {
    private static final int KEPT = 1 << 20;
    private static final int LONGEST_INTEGER = 20;

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

    /** Appends an integer in decimal digits. */
    void integer(long value) {
        if (value == Long.MIN_VALUE) {
            text(Long.toString(value));
            return;
        }
        reserve(LONGEST_INTEGER);
        if (value < 0) {
            bytes[length++] = '-';
        }
        long size = Math.abs(value);
        digits(size, count(size));
    }

    private static int count(long size) {
        int count = 1;
        for (long bound = 10; count < LONGEST_INTEGER - 1 && size >= bound; bound *= 10) {
            count++;
        }
        return count;
    }

    /** Appends the last {@code count} digits of a number that is not negative, with zeros in front. */
    void padded(int value, int count) {
        reserve(count);
        digits(value, count);
    }

    private void digits(long value, int count) {
        int at = length + count;
        length = at;
        int left = count;
        long high = value;
        // Divisions of longs cost more than those of ints.
        for (; high > Integer.MAX_VALUE && left > 0; left--, high /= 10) {
            bytes[--at] = (byte) ('0' + high % 10);
        }
        for (int low = (int) high; left > 0; left--, low /= 10) {
            bytes[--at] = (byte) ('0' + low % 10);
        }
    }

    /**
     * Appends the characters of {@code text} from {@code from} on, as far as each is {@code plain}.
     *
     * @param plain by ASCII code whether a character is taken
     * @return the place of the first character that is not taken, or the length of the text
     */
    int run(String text, int from, boolean[] plain) {
        int count = text.length();
        reserve(count - from);
        byte[] target = bytes;
        int at = length;
        int i = from;
        for (; i < count; i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || !plain[c]) {
                break;
            }
            target[at++] = (byte) c;
        }
        length = at;
        return i;
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
