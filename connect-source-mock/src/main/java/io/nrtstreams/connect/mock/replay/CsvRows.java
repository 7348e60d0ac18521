package io.nrtstreams.connect.mock.replay;

import io.nrtstreams.connect.kit.config.Suggestions;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file, whose first record names the columns; an empty cell is a null. Not thread-safe. */
final class CsvRows implements RowReader {
    private final Path file;
    private final CsvCells cells;
    private final List<String> header;
    private @Nullable Layout layout;
    private int[] indexes = {};
    private ColumnType.OfText[] types = {};
    private TimeTexts[] times = {};

    /** @throws RecordingException if there is no header */
    CsvRows(Path file, CsvCells cells) throws IOException {
        this.file = file;
        this.cells = cells;
        if (!cells.next()) {
            throw new RecordingException(file + ": is empty; name a file whose first line names columns", null);
        }
        if (cells.count() < 0) {
            throw new RecordingException(noCsv().at(file + ", line " + cells.line()), null);
        }
        this.header = header();
    }

    private List<String> header() {
        try {
            return cells.texts();
        } catch (CharacterCodingException e) {
            throw new RecordingException(noText("").at(file + ", line " + cells.line()), e);
        }
    }

    @Override
    public boolean next() throws IOException {
        return cells.next();
    }

    @Override
    public long line() {
        return cells.line();
    }

    @Override
    public String text() {
        return cells.record();
    }

    @Override
    public void guess(Guess whole) throws IOException {
        Map<String, Guess> columns = whole.object();
        for (String name : header) {
            columns.computeIfAbsent(name, absent -> new Guess());
        }
        requireAllCells();
        for (int i = 0; i < header.size(); i++) {
            Guess column = columns.get(header.get(i));
            if (column != null && !cells.isEmpty(i)) {
                column.cell(text(i));
            }
        }
    }

    @Override
    public void bind(Layout bound) {
        List<Column> columns = bound.columns();
        layout = bound;
        indexes = columns.stream()
                .mapToInt(column -> indexOf(column.steps().get(0)))
                .toArray();
        types = columns.stream().map(this::ofText).toArray(ColumnType.OfText[]::new);
        times = columns.stream().map(bound::times).toArray(TimeTexts[]::new);
    }

    private ColumnType.OfText ofText(Column column) {
        if (column.type() instanceof ColumnType.OfText type) {
            return type;
        }
        throw new RecordingException(
                file + ": the column " + column.path() + " is declared as "
                        + column.type().label() + ", but CSV has neither arrays nor objects; declare a type without <>",
                null);
    }

    private int indexOf(String column) {
        int index = header.indexOf(column);
        if (index < 0) {
            String meant = Suggestions.nearest(column, header)
                    .map(near -> ", did you mean " + near + "?")
                    .orElse("");
            throw new RecordingException(
                    file + ", line 1: there is no column " + column + meant
                            + "; name columns of the file in replay.columns",
                    null);
        }
        if (header.lastIndexOf(column) != index) {
            throw new RecordingException(
                    file + ", line 1: the column " + column + " is there twice; rename one of the two", null);
        }
        return index;
    }

    @Override
    public Struct read() throws IOException {
        if (layout == null) {
            throw new IllegalStateException("bind comes before read");
        }
        requireAllCells();
        Struct value = layout.begun();
        for (int i = 0; i < indexes.length; i++) {
            if (!cells.isEmpty(indexes[i])) {
                value.put(layout.field(i), cell(layout, i));
            }
        }
        return value;
    }

    private void requireAllCells() throws IOException {
        int count = cells.count();
        if (count < 0) {
            throw noCsv();
        }
        if (count != header.size()) {
            throw new BadRowException(
                    "", "", "has " + count + " columns where the header has " + header.size(), "correct the line");
        }
    }

    private Object cell(Layout bound, int column) {
        String text = text(indexes[column]);
        try {
            return types[column].value(text, times[column]);
        } catch (IllegalArgumentException e) {
            // The parser's own message repeats the value, so it is not passed on.
            throw BadRowException.ofType(bound.columns().get(column).path(), types[column]);
        }
    }

    private String text(int cell) {
        try {
            return cells.text(cell);
        } catch (CharacterCodingException e) {
            throw noText(header.get(cell));
        }
    }

    private static BadRowException noText(String column) {
        return new BadRowException(column, "", "cannot be read as UTF-8 text", "convert the file to UTF-8");
    }

    private static BadRowException noCsv() {
        return new BadRowException(
                "",
                "",
                "is no CSV, for a quote is not closed within " + RowBytes.MAX_ROW
                        + " bytes, or text follows a closing quote",
                "correct the line");
    }

    @Override
    public void close() throws IOException {
        cells.close();
    }
}
