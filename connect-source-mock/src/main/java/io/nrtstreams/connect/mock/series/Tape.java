package io.nrtstreams.connect.mock.series;

import java.util.Map;

/** The records of one shard in their order, from a position on. Not thread-safe. */
public interface Tape extends AutoCloseable {
    /** The position of the next record. */
    long position();

    /** Whether no record is left: the limit or the end of the recording is reached. */
    boolean ended();

    /** The number of the next record in the whole connector. */
    default long ordinal() {
        return position();
    }

    /**
     * When the next record is due by a clock that event times follow, in nanoseconds since the epoch, {@link Times#NEVER}
     * beyond what can be counted. Not to be asked once {@link #ended()}.
     */
    long due(Schedule schedule);

    /**
     * What is true behind the next record, by names, of the types that JSON has; empty where nothing is known. Not to
     * be asked once {@link #ended()}.
     */
    default Map<String, Object> truth(Schedule schedule) {
        return Map.of();
    }

    /** Reads the next record and moves past it. Not to be asked once {@link #ended()}. */
    Reading next(Schedule schedule);

    /** How many rows since it was opened could not be made records of. From any thread; it may be a little behind. */
    default long badRows() {
        return 0;
    }

    @Override
    void close();
}
