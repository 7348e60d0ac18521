package io.nrtstreams.connect.mock.replay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The lines of a stream, one after the other, as ranges of one buffer; a row may be joined of several. The buffer grows
 * to at most twice {@value #MAX_ROW} bytes, however long the stream is. Bytes can be told from text here because no
 * byte of a longer UTF-8 sequence is a line feed. Not thread-safe.
 */
final class RowBytes implements AutoCloseable {
    /** The longest row, in bytes. */
    static final int MAX_ROW = 1 << 20;

    private static final int FIRST_SIZE = 1 << 16;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private byte[] bytes = new byte[FIRST_SIZE];
    private int from;
    private int length;
    private int next;
    private int limit;
    private int firstLength;
    private int firstNext;
    private long line;
    private long lines;

    RowBytes(InputStream in) throws IOException {
        this.in = in;
        while (limit < BYTE_ORDER_MARK.length && fill()) {
            // A stream may hand over its first bytes one by one.
        }
        if (limit >= BYTE_ORDER_MARK.length && Arrays.mismatch(bytes, BYTE_ORDER_MARK) == BYTE_ORDER_MARK.length) {
            next = BYTE_ORDER_MARK.length;
        }
    }

    /**
     * Moves to the next line.
     *
     * @return false at the end of the stream
     * @throws RowTooLongException if it has more than {@link #MAX_ROW} bytes
     */
    boolean nextLine() throws IOException {
        from = next;
        length = 0;
        int end = endOfLine(0);
        if (end < 0) {
            throw new RowTooLongException(lines + 1);
        }
        if (end == 0 && next == from) {
            return false;
        }
        line = lines + 1;
        lines++;
        firstLength = length;
        firstNext = next - from;
        return true;
    }

    /** Adds the next line to this row; false if there is none, or the row would be longer than {@link #MAX_ROW}. */
    boolean join() throws IOException {
        int before = next - from;
        if (endOfLine(before) < 0 || next - from == before) {
            return false;
        }
        lines++;
        return true;
    }

    /** Gives back all lines of this row but the first, which are then read again. */
    void backToFirstLine() {
        length = firstLength;
        next = from + firstNext;
        lines = line;
    }

    /**
     * Finds the end of the line that begins {@code start} bytes after {@link #from}, and sets the length and the next
     * row by it.
     *
     * @return its length, without a carriage return at its end, or -1 if the row becomes too long
     */
    private int endOfLine(int start) throws IOException {
        int at = start;
        while (true) {
            for (int i = from + at; i < limit; i++) {
                if (bytes[i] == '\n') {
                    return endAt(start, i, i + 1);
                }
            }
            at = limit - from;
            if (at > MAX_ROW) {
                return -1;
            }
            if (!fill()) {
                return endAt(start, limit, limit);
            }
        }
    }

    private int endAt(int start, int end, int following) {
        int withoutReturn = end > from + start && bytes[end - 1] == '\r' ? end - 1 : end;
        if (withoutReturn - from > MAX_ROW) {
            return -1;
        }
        length = withoutReturn - from;
        next = following;
        return length - start;
    }

    private boolean fill() throws IOException {
        if (from > 0) {
            System.arraycopy(bytes, from, bytes, 0, limit - from);
            limit -= from;
            next -= from;
            from = 0;
        }
        if (limit == bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        int read = in.read(bytes, limit, bytes.length - limit);
        limit += Math.max(0, read);
        return read > 0;
    }

    /** What the row is part of; its bytes are those from {@link #from()} on, and move when the next row is read. */
    byte[] array() {
        return bytes;
    }

    int from() {
        return from;
    }

    /** Bytes of the row, without the end of its line. */
    int length() {
        return length;
    }

    /** The number of the row's first line, from 1. */
    long line() {
        return line;
    }

    boolean isBlank() {
        for (int i = from; i < from + length; i++) {
            if (bytes[i] != ' ' && bytes[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    /** The row as text, with the replacement character where it is no UTF-8. */
    String text() {
        return new String(bytes, from, length, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
