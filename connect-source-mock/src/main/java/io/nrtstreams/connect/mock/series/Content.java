package io.nrtstreams.connect.mock.series;

/** Where the records of a connector come from: computed by a feed, or read from a recording. Immutable. */
public interface Content {
    /**
     * The topic where the configuration names none.
     *
     * @throws IllegalStateException if there is no such topic, in which case the configuration has to name one
     */
    String defaultTopic();

    /** How many devices there are to part over shards. */
    int devices();

    /** How many shards there are where the configuration says nothing, from 1 to {@link #devices}. */
    int defaultShards();

    /** Whether records are computed, and not read. */
    boolean isComputed();

    /** How the records follow each other. */
    Cadence cadence();

    /** What of a schedule has to stay known, so that records can be recomputed. */
    default Pacing.Memory memory() {
        return Pacing.Memory.WHOLE_PAST;
    }

    /**
     * The records of a shard.
     *
     * @param position the first record to be read
     * @param end the position behind the last record that may be read
     */
    Tape open(Shard shard, long position, long end);
}
