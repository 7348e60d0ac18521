package io.nrtstreams.quickstart.audit;

/** What the topics hold, against which a lake is audited: Kafka, or a log that a test made. */
@FunctionalInterface
public interface ProducedLog {
    /** Hands every committed record of a topic to {@code each}; a topic that does not exist has none. */
    void read(String topic, Each each);

    /** Takes one record after the other. */
    @FunctionalInterface
    interface Each {
        /**
         * Takes a record.
         *
         * @param hasValue false for a record without a value, which a sink may leave out
         */
        void accept(int partition, long offset, boolean hasValue);
    }
}
