package io.nrtstreams.connect.mock.feed;

import io.nrtstreams.connect.mock.series.Cadence;
import io.nrtstreams.connect.mock.series.Shard;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;

/**
 * A kind of device whose records are computed, each one alone: what record {@code position} of a shard says follows
 * from the feed's seed, the shard, the position and the event time, and from nothing else.
 *
 * <p>A feed gives clean, typed values; how they are written and how they are spoilt is the business of others.
 * Implementations are immutable and thread-safe.
 */
public interface Feed {
    /** Parts enough for any number of tasks that one machine runs, and few enough offsets to look at. */
    int MOST_DEFAULT_SHARDS = 16;

    /** The name it has in the configuration key {@code feed}. */
    String name();

    /** The topic it goes to where the configuration names none. */
    String defaultTopic();

    /** How many devices there are to part over shards, at least 1. */
    int devices();

    /** How many shards there are where the configuration says nothing, from 1 to {@link #devices}. */
    default int defaultShards() {
        return Math.min(MOST_DEFAULT_SHARDS, devices());
    }

    /** How its records follow each other. */
    Cadence cadence();

    /** Schema of the keys; an optional one where keys may be null. */
    Schema keySchema();

    /** Schema of the clean values, a Struct. */
    Schema valueSchema();

    /** How the device itself writes a value as text. */
    NativeForm nativeForm();

    /** The clean record at {@code position} of {@code shard}; {@code eventNanos} is nanoseconds since the epoch. */
    Sample sample(Shard shard, long position, long eventNanos);

    /** What of its values can be spoilt. */
    Spoilage spoilage();

    /**
     * What is true behind the record: the state of the world and of the device that its value was made from, by names,
     * of the types that JSON has.
     */
    Map<String, Object> truth(Shard shard, long position, long eventNanos);
}
