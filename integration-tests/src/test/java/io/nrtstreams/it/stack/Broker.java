package io.nrtstreams.it.stack;

/** A running Kafka broker, wherever it runs. */
public interface Broker extends AutoCloseable {
    /** The address that clients bootstrap from. */
    String bootstrap();

    @Override
    void close();
}
