package io.nrtstreams.connect.s3.storage;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a published object says of itself: one link in the chain of files of a topic-partition and path.
 *
 * <p>It travels as the object's user metadata. The object holds the records of its path with offsets from
 * {@code firstOffset} to {@code lastOffset}, both included; offsets in between belong to other paths, or to records
 * that were filtered out.
 *
 * @param topic the Kafka topic as the broker knows it, whatever a transform renamed it to
 * @param partition the Kafka partition
 * @param firstOffset offset of the first record in the object
 * @param lastOffset offset of the last record in the object
 * @param recordCount number of records in the object
 * @param firstTimestamp timestamp of the first record in milliseconds of the epoch, or -1 if it had none
 * @param writerId names the task run that published the object
 */
public record ObjectLink(
        String topic,
        int partition,
        long firstOffset,
        long lastOffset,
        long recordCount,
        long firstTimestamp,
        String writerId) {
    private static final String TOPIC = "nrt-topic";
    private static final String PARTITION = "nrt-partition";
    private static final String FIRST_OFFSET = "nrt-first-offset";
    private static final String LAST_OFFSET = "nrt-last-offset";
    private static final String RECORD_COUNT = "nrt-record-count";
    private static final String FIRST_TIMESTAMP = "nrt-first-timestamp";
    private static final String WRITER_ID = "nrt-writer-id";

    public ObjectLink {
        if (firstOffset < 0 || lastOffset < firstOffset || recordCount < 1) {
            throw new IllegalArgumentException("offsets " + firstOffset + " to " + lastOffset + " with " + recordCount
                    + " records are no range of records");
        }
    }

    /** The user metadata of the object, in the keys that {@link #fromMetadata} reads. */
    public Map<String, String> toMetadata() {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(TOPIC, topic);
        metadata.put(PARTITION, Integer.toString(partition));
        metadata.put(FIRST_OFFSET, Long.toString(firstOffset));
        metadata.put(LAST_OFFSET, Long.toString(lastOffset));
        metadata.put(RECORD_COUNT, Long.toString(recordCount));
        metadata.put(FIRST_TIMESTAMP, Long.toString(firstTimestamp));
        metadata.put(WRITER_ID, writerId);
        return metadata;
    }

    /**
     * Reads the link from an object's user metadata.
     *
     * @throws IllegalArgumentException if the metadata was not written by this sink; the message names what is missing
     */
    public static ObjectLink fromMetadata(Map<String, String> metadata) {
        return new ObjectLink(
                text(metadata, TOPIC),
                Math.toIntExact(number(metadata, PARTITION)),
                number(metadata, FIRST_OFFSET),
                number(metadata, LAST_OFFSET),
                number(metadata, RECORD_COUNT),
                number(metadata, FIRST_TIMESTAMP),
                text(metadata, WRITER_ID));
    }

    /** Whether the other link holds the same records and was published by the same task run. */
    public boolean isSamePublication(ObjectLink other) {
        return equals(other);
    }

    private static String text(Map<String, String> metadata, String key) {
        @Nullable String value = metadata.get(key);
        if (value == null) {
            throw new IllegalArgumentException("its metadata has no " + key);
        }
        return value;
    }

    private static long number(Map<String, String> metadata, String key) {
        try {
            return Long.parseLong(text(metadata, key));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("its metadata " + key + " is not a number", e);
        }
    }
}
