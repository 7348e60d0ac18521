package io.nrtstreams.connect.mock.replay;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.nrtstreams.connect.kit.config.Suggestions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/**
 * Reads a recorded CSV file from its beginning, one record after the other. UTF-8, with or without a byte order mark;
 * the first line names the columns; an empty text is a null. One record is held at a time, of at most
 * {@value #MAX_RECORD} characters, and a buffer of as many. Not thread-safe.
 */
final class CsvRecording implements AutoCloseable {
    private static final int MAX_RECORD = 1 << 20;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Replay replay;
    private final CloseableIterator<CsvRecord> lines;
    private final List<String> header;
    private final int[] columnIndex;
    private final Schema schema;
    private final Field[] fields;
    private long lastLine;

    private CsvRecording(Replay replay, CloseableIterator<CsvRecord> lines) {
        this.replay = replay;
        this.lines = lines;
        if (!hasNext()) {
            throw new RecordingException(
                    replay.file() + ": is empty; name a file whose first line names columns", null);
        }
        this.header = nextLine().getFields();
        this.columnIndex = replay.columns().stream()
                .mapToInt(column -> indexOf(column.name()))
                .toArray();
        this.schema = replay.schema();
        this.fields = schema.fields().toArray(new Field[0]);
    }

    /** @throws RecordingException if the file cannot be read or lacks a column */
    static CsvRecording open(Replay replay) {
        CloseableIterator<CsvRecord> lines = null;
        try {
            lines = lines(replay);
            return new CsvRecording(replay, lines);
        } catch (NoSuchFileException e) {
            throw new RecordingException(
                    replay.file() + ": there is no such file; it has to be at this path on every worker", e);
        } catch (IOException e) {
            throw unreadable(replay, e);
        } catch (RecordingException e) {
            closeAfter(e, lines);
            throw e;
        }
    }

    private static CloseableIterator<CsvRecord> lines(Replay replay) throws IOException {
        // This reader stops at bytes that are not UTF-8, where the CSV reader's own would replace them.
        BufferedReader reader = Files.newBufferedReader(replay.file(), StandardCharsets.UTF_8);
        try {
            reader.mark(1);
            if (reader.read() != BYTE_ORDER_MARK) {
                reader.reset();
            }
        } catch (IOException e) {
            reader.close();
            throw e;
        }
        return CsvReader.builder()
                .maxBufferSize(MAX_RECORD)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .build(
                        CsvRecordHandler.of(
                                handler -> handler.maxFieldSize(MAX_RECORD).maxRecordSize(MAX_RECORD)),
                        reader)
                .iterator();
    }

    private static void closeAfter(RecordingException failure, @Nullable CloseableIterator<CsvRecord> lines) {
        try {
            if (lines != null) {
                lines.close();
            }
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private int indexOf(String column) {
        int index = header.indexOf(column);
        if (index < 0) {
            String meant = Suggestions.nearest(column, header)
                    .map(near -> ", did you mean " + near + "?")
                    .orElse("");
            throw new RecordingException(
                    replay.file() + ", line 1: there is no column " + column + meant
                            + "; name columns of the file in replay.columns",
                    null);
        }
        if (header.lastIndexOf(column) != index) {
            throw new RecordingException(
                    replay.file() + ", line 1: the column " + column + " is there twice; rename one of the two", null);
        }
        return index;
    }

    boolean hasNext() {
        return reading(lines::hasNext);
    }

    /** Passes over a record without reading its columns. */
    void skip() {
        nextLine();
    }

    private CsvRecord nextLine() {
        CsvRecord line = reading(lines::next);
        lastLine = line.getStartingLineNumber();
        return line;
    }

    /** @throws RecordingException if the record does not hold what is declared */
    RecordedRow next() {
        CsvRecord line = nextLine();
        if (line.getFieldCount() != header.size()) {
            throw new RecordingException(
                    at(line) + ": has " + line.getFieldCount() + " columns where the header has " + header.size()
                            + "; correct the line",
                    null);
        }
        Struct value = new Struct(schema);
        for (int i = 0; i < columnIndex.length; i++) {
            value.put(fields[i], cell(line, i));
        }
        int constant = columnIndex.length;
        for (String text : replay.constants().values()) {
            value.put(fields[constant++], text);
        }
        return new RecordedRow(key(line, value), value, time(line, value));
    }

    private @Nullable Object cell(CsvRecord line, int column) {
        String text = line.getField(columnIndex[column]);
        if (text.isEmpty()) {
            return null;
        }
        ColumnType type = replay.columns().get(column).type();
        try {
            return type.value(text);
        } catch (IllegalArgumentException e) {
            // The parser's own message repeats the value, so it is not passed on.
            throw new RecordingException(
                    at(line, replay.columns().get(column).name()) + ": expected " + type.label()
                            + "; correct the file, or declare another type in replay.columns",
                    null);
        }
    }

    private @Nullable String key(CsvRecord line, Struct value) {
        String column = replay.key();
        if (column == null) {
            return null;
        }
        Object key = value.get(column);
        if (key == null) {
            throw new RecordingException(
                    at(line, column) + ": is empty, but it is the key; fill it in, or choose another replay.key", null);
        }
        return key.toString();
    }

    private long time(CsvRecord line, Struct value) {
        if (!(value.get(replay.time()) instanceof Number amount)) {
            throw new RecordingException(
                    at(line, replay.time()) + ": is empty, but it is the time; fill it in, or remove the line", null);
        }
        try {
            return replay.unit().toNanos(amount);
        } catch (IllegalArgumentException e) {
            throw new RecordingException(
                    at(line, replay.time()) + ": " + e.getMessage() + "; is replay.time.unit right?", e);
        }
    }

    private String at(CsvRecord line) {
        return replay.file() + ", line " + line.getStartingLineNumber();
    }

    private String at(CsvRecord line, String column) {
        return at(line) + ", column " + column;
    }

    private <T> T reading(Supplier<T> step) {
        try {
            return step.get();
        } catch (CsvParseException e) {
            // Not passed on as the cause: its message may hold a character of the file.
            throw new RecordingException(
                    replay.file() + ", after line " + lastLine
                            + ": is no CSV, for a quote is not closed, text follows a"
                            + " closing quote, or a record is longer than " + MAX_RECORD + " characters;"
                            + " correct the file",
                    null);
        } catch (UncheckedIOException e) {
            throw unreadable(replay, e);
        }
    }

    private static RecordingException unreadable(Replay replay, Exception cause) {
        return new RecordingException(
                replay.file() + ": cannot be read as UTF-8 text; check the file and its permissions", cause);
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new RecordingException(replay.file() + ": cannot be closed", e);
        }
    }
}
