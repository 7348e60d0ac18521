package io.nrtstreams.connect.mock.replay;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The records of a CSV stream (RFC 4180) and their cells. A cell may be in double quotes, and may then hold delimiters,
 * line ends and doubled quotes; a quote within a cell without quotes stands for itself; empty lines are passed over.
 *
 * <p>A record whose quote is never closed, or that goes on behind a closing quote, is malformed and as long as its first
 * line: so one bad line costs one record, not the rest of the file. Not thread-safe.
 */
final class CsvCells implements AutoCloseable {
    private static final byte QUOTE = '"';

    private final RowBytes row;
    private final byte delimiter;
    private final CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder();
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private boolean[] doubled = new boolean[32];
    private int count;
    private boolean quoted;
    private boolean malformed;

    CsvCells(RowBytes row, byte delimiter) {
        this.row = row;
        this.delimiter = delimiter;
    }

    /** Moves to the next record; false at the end of the stream. */
    boolean next() throws IOException {
        do {
            if (!row.nextLine()) {
                return false;
            }
        } while (row.length() == 0);
        count = -1;
        malformed = false;
        quoted = holdsQuote();
        if (quoted) {
            // Only its cells tell where such a record ends.
            split();
        }
        return true;
    }

    private boolean holdsQuote() {
        byte[] bytes = row.array();
        for (int i = row.from(); i < row.from() + row.length(); i++) {
            if (bytes[i] == QUOTE) {
                return true;
            }
        }
        return false;
    }

    /** How many cells the record has, or -1 if it is malformed. */
    int count() throws IOException {
        if (count < 0 && !malformed) {
            split();
        }
        return malformed ? -1 : count;
    }

    private void split() throws IOException {
        count = 0;
        int at = 0;
        while (true) {
            at = quoted && at < row.length() && byteAt(at) == QUOTE ? quotedCell(at) : plainCell(at);
            if (at < 0) {
                malformed = true;
                row.backToFirstLine();
                return;
            }
            if (at >= row.length()) {
                return;
            }
            at++;
        }
    }

    /** The offset behind a cell that begins at {@code start}. */
    private int plainCell(int start) {
        byte[] bytes = row.array();
        int end = row.from() + row.length();
        int at = row.from() + start;
        while (at < end && bytes[at] != delimiter) {
            at++;
        }
        add(start, at - row.from(), false);
        return at - row.from();
    }

    /** The offset behind a cell in quotes that begins at {@code start}, or -1 if there is no end to it. */
    private int quotedCell(int start) throws IOException {
        boolean anyDoubled = false;
        int at = start + 1;
        while (true) {
            if (at >= row.length()) {
                if (!row.join()) {
                    return -1;
                }
            } else if (byteAt(at) != QUOTE) {
                at++;
            } else if (at + 1 < row.length() && byteAt(at + 1) == QUOTE) {
                anyDoubled = true;
                at += 2;
            } else {
                add(start + 1, at, anyDoubled);
                boolean ends = at + 1 == row.length() || byteAt(at + 1) == delimiter;
                return ends ? at + 1 : -1;
            }
        }
    }

    private byte byteAt(int offset) {
        return row.array()[row.from() + offset];
    }

    private void add(int start, int end, boolean anyDoubled) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            doubled = Arrays.copyOf(doubled, count * 2);
        }
        starts[count] = start;
        ends[count] = end;
        doubled[count] = anyDoubled;
        count++;
    }

    boolean isEmpty(int cell) {
        return starts[cell] == ends[cell];
    }

    /**
     * The text of a cell.
     *
     * @throws CharacterCodingException if it is no UTF-8
     */
    String text(int cell) throws CharacterCodingException {
        int from = row.from() + starts[cell];
        int length = ends[cell] - starts[cell];
        String text = new String(row.array(), from, length, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            // It may be the replacement of bytes that are none, or the character itself.
            text = strict.decode(ByteBuffer.wrap(row.array(), from, length)).toString();
        }
        return doubled[cell] ? text.replace("\"\"", "\"") : text;
    }

    /** The texts of all cells. */
    List<String> texts() throws CharacterCodingException {
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(text(i));
        }
        return texts;
    }

    long line() {
        return row.line();
    }

    /** The record as it is in the stream, without its last line end. */
    String record() {
        return row.text();
    }

    @Override
    public void close() throws IOException {
        row.close();
    }
}
