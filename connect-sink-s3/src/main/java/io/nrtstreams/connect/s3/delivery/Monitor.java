package io.nrtstreams.connect.s3.delivery;

/** Hears what deliveries do. Called by the task's thread; must not throw. */
public interface Monitor {
    /** Hears nothing. */
    Monitor NONE = new Monitor() {};

    /**
     * A file is durable.
     *
     * @param records in it
     * @param bytes as stored
     * @param ageMillis how long ago its first record was written to Kafka, by the record's timestamp; less than 0 if
     *     that is not known
     */
    default void published(long records, long bytes, long ageMillis) {}

    /** A file was closed. */
    default void closed(RotationReason reason) {}

    /** A request failed and will be tried again. */
    default void retried() {}

    /** What is held now. */
    default void holds(Held held) {}

    /**
     * What the task holds.
     *
     * @param openFiles files that still take records
     * @param bytes memory of all files that are not durable
     * @param requests to the store under way
     */
    record Held(int openFiles, long bytes, int requests) {}
}
