package io.nrtstreams.connect.mock.replay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/**
 * The rows of all files of a recording, one after the other. One file is open at a time, and memory is for one row. Not
 * thread-safe.
 */
final class Recording implements AutoCloseable {
    private final Replay replay;
    private final List<Path> files;
    private final @Nullable Layout layout;
    private int file;
    private @Nullable RowReader rows;

    private Recording(Replay replay, @Nullable Layout layout) {
        this.replay = replay;
        this.files = RecordingPath.files(replay.source());
        this.layout = layout;
    }

    /**
     * Opens a recording to be looked into.
     *
     * @throws RecordingException if there is no such file
     */
    static Recording open(Replay replay) {
        return new Recording(replay, null);
    }

    /** Opens a recording to be read. @throws RecordingException if there is no such file */
    static Recording open(Replay replay, Layout layout) {
        return new Recording(replay, layout);
    }

    /**
     * Moves to the next row.
     *
     * @return false at the end of the last file
     * @throws RecordingException if a file cannot be read or lacks a column
     */
    boolean next() {
        while (true) {
            if (rows == null) {
                if (file == files.size()) {
                    return false;
                }
                rows = opened();
            }
            if (moved(rows)) {
                return true;
            }
            close();
            file++;
        }
    }

    private boolean moved(RowReader reader) {
        try {
            return reader.next();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private RowReader opened() {
        Path path = files.get(file);
        InputStream in = null;
        try {
            in = RecordingPath.open(path);
            RowReader reader = reader(path, new RowBytes(in));
            if (layout != null) {
                reader.bind(layout);
            }
            return reader;
        } catch (IOException e) {
            closeAfter(e, in);
            throw unreadable(e);
        } catch (RecordingException e) {
            closeAfter(e, in);
            throw e;
        }
    }

    private RowReader reader(Path path, RowBytes bytes) throws IOException {
        return switch (replay.format()) {
            case CSV -> new CsvRows(path, new CsvCells(bytes, replay.delimiter()));
            case JSONL -> new JsonRows(path, bytes);
        };
    }

    private static void closeAfter(Exception failure, @Nullable InputStream in) {
        try {
            if (in != null) {
                in.close();
            }
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** @throws BadRowException if the row does not hold what is declared, its time and key included */
    RecordedRow read() {
        if (layout == null) {
            throw new IllegalStateException("a recording is read with a layout");
        }
        try {
            Struct value = here().read();
            return new RecordedRow(value, layout.micros(value));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Takes note of the values of the row. @throws BadRowException if it cannot be parted into values */
    void guess(Guess whole) {
        try {
            here().guess(whole);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private RowReader here() {
        if (rows == null) {
            throw new IllegalStateException("next comes before a row is read");
        }
        return rows;
    }

    /** The row as it is in its file. */
    String text() {
        return here().text();
    }

    Path file() {
        return files.get(Math.min(file, files.size() - 1));
    }

    long line() {
        return here().line();
    }

    /** Where the row is, for messages. */
    String coordinates() {
        return file() + ", line " + line();
    }

    /** Begins again with the first file. */
    void rewind() {
        close();
        file = 0;
    }

    private RecordingException unreadable(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return new RecordingException(
                    file() + ": there is no such file; it has to be at this path on every worker", cause);
        }
        if (cause instanceof RowTooLongException row) {
            return new RecordingException(file() + ", " + row.getMessage() + "; is replay.format right?", cause);
        }
        return new RecordingException(
                file() + ": cannot be read; check its permissions, and whether a .gz file is whole", cause);
    }

    @Override
    public void close() {
        RowReader open = rows;
        rows = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException e) {
            throw new RecordingException(file() + ": cannot be closed", e);
        }
    }
}
