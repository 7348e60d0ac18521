package io.nrtstreams.connect.mock.feed;

import io.nrtstreams.connect.mock.series.Cadence;
import io.nrtstreams.connect.mock.series.DirtKind;
import io.nrtstreams.connect.mock.series.Draws;
import io.nrtstreams.connect.mock.series.Shard;
import java.util.Set;

/**
 * A kind of device whose records are computed, each one alone: what record {@code position} of a shard says follows
 * from the feed's seed, the shard, the position and the event time, and from nothing else.
 *
 * <p>Implementations are immutable and thread-safe.
 */
public interface Feed {
    /** The name it has in the configuration key {@code feed}. */
    String name();

    /** The topic it goes to where the configuration names none. */
    String defaultTopic();

    /** How many devices there are to part over shards, at least 1. */
    int devices();

    /** How its records follow each other. */
    Cadence cadence();

    /** The clean message at {@code position} of {@code shard}; {@code eventNanos} is nanoseconds since the epoch. */
    Message message(Shard shard, long position, long eventNanos);

    /** The kinds of defect that {@link #spoilt} can plant. */
    Set<DirtKind> dirt();

    /**
     * The message with a defect of {@code kind}, one of {@link #dirt()}.
     *
     * @param choice where and how it is spoilt, drawn for this purpose alone
     * @param record the record that {@code choice} is asked about
     */
    Message spoilt(Message clean, DirtKind kind, Draws choice, long record);
}
