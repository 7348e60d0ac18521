package io.nrtstreams.connect.mock.series;

/** The records of one shard in their order, from a position on. Not thread-safe. */
public interface Tape extends AutoCloseable {
    /** The position of the next record. */
    long position();

    /** Whether no record is left: the limit or the end of the recording is reached. */
    boolean ended();

    /** When the next record is due, in nanoseconds since the epoch. Not to be asked once {@link #ended()}. */
    long due(Schedule schedule);

    /** Reads the next record and moves past it. Not to be asked once {@link #ended()}. */
    Reading next(Schedule schedule);

    /** How many rows since it was opened could not be made records of. From any thread; it may be a little behind. */
    default long badRows() {
        return 0;
    }

    @Override
    void close();
}
