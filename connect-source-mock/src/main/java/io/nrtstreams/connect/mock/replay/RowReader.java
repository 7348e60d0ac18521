package io.nrtstreams.connect.mock.replay;

import java.io.IOException;
import org.apache.kafka.connect.data.Struct;

/** The rows of one open file, one after the other. Not thread-safe. */
interface RowReader extends AutoCloseable {
    /** Moves to the next row, which may be passed over without being read; false at the end. */
    boolean next() throws IOException;

    /** The number of the row's first line, from 1. */
    long line();

    /** The row as it is in the file. */
    String text();

    /**
     * Takes note of the values of the row.
     *
     * @throws BadRowException if it cannot be parted into values
     */
    void guess(Guess whole) throws IOException;

    /**
     * Decides what {@link #read} makes of rows.
     *
     * @throws RecordingException if the file does not have a column
     */
    void bind(Layout layout);

    /**
     * What the row says.
     *
     * @throws BadRowException if it does not hold what is declared
     */
    Struct read() throws IOException;

    @Override
    void close() throws IOException;
}
