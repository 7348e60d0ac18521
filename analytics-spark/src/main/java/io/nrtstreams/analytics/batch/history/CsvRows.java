package io.nrtstreams.analytics.batch.history;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows as in RFC 4180 behind a header: an empty cell is null, a cell in quotes a text, and quotes within are doubled. A row
 * is at most a million cells of a million characters.
 */
final class CsvRows implements RawRows {

    private static final int LIMIT = 1_000_000;
    private static final int END = -1;

    private final Reader in;
    private final char delimiter;
    private final List<@Nullable String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private final List<String> names;

    CsvRows(InputStream bytes, char delimiter) throws IOException {
        this.in = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8), 1 << 14);
        this.delimiter = delimiter;
        this.names = new ArrayList<>();
        if (readLine()) {
            for (String name : cells) {
                names.add(name == null ? "" : name);
            }
        }
    }

    @Override
    public @Nullable Map<String, @Nullable Object> next() throws IOException {
        if (!readLine()) {
            return null;
        }
        if (cells.size() != names.size()) {
            throw new IOException("a row has " + cells.size() + " cells under a header of " + names.size());
        }
        Map<String, @Nullable Object> row = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            row.put(names.get(i), cells.get(i));
        }
        return row;
    }

    /** Whether there was another line; its cells are in {@link #cells}. */
    private boolean readLine() throws IOException {
        cells.clear();
        int next = in.read();
        if (next == END) {
            return false;
        }
        while (true) {
            next = next == '"' ? readQuoted() : readPlain(next);
            if (next != delimiter) {
                endLine(next);
                return true;
            }
            next = in.read();
        }
    }

    /** Reads the cell that begins with this character, and gives what stands behind it. */
    private int readPlain(int first) throws IOException {
        cell.setLength(0);
        int next = first;
        while (next != END && next != delimiter && next != '\n' && next != '\r') {
            append(next);
            next = in.read();
        }
        add(cell.isEmpty() ? null : cell.toString());
        return next;
    }

    private int readQuoted() throws IOException {
        cell.setLength(0);
        while (true) {
            int next = in.read();
            if (next == END) {
                throw new EOFException("the object ends within quotes");
            }
            if (next == '"') {
                next = in.read();
                if (next != '"') {
                    add(cell.toString());
                    return next;
                }
            }
            append(next);
        }
    }

    private void append(int character) throws IOException {
        if (cell.length() == LIMIT) {
            throw new IOException("a cell is longer than " + LIMIT + " characters");
        }
        cell.append((char) character);
    }

    private void add(@Nullable String content) throws IOException {
        if (cells.size() == LIMIT) {
            throw new IOException("a row has more than " + LIMIT + " cells");
        }
        cells.add(content);
    }

    private void endLine(int next) throws IOException {
        int end = next == '\r' ? in.read() : next;
        if (end != '\n' && end != END) {
            throw new IOException("behind a cell stands neither a delimiter nor the end of its line");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
