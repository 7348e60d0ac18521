package io.nrtstreams.analytics.host.output;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;

/** The consumers of this process; between batches they wait for the next. Thread-safe. */
final class PartitionReaders implements AutoCloseable {

    private final OutputSettings settings;
    private final BrokerViews broker;
    private final Faults faults;
    private final AtomicLong made = new AtomicLong();
    private final IdleClients<TopicPartition, PartitionReader> idle = new IdleClients<>(PartitionReader::close);

    PartitionReaders(OutputSettings settings, BrokerViews broker, Faults faults) {
        this.settings = settings;
        this.broker = broker;
        this.faults = faults;
    }

    /** A reader of the range's partition, which is the caller's until it is given back or closed. */
    PartitionReader take(TopicRange range) {
        TopicPartition partition = partition(range);
        PartitionReader found = idle.take(partition);
        if (found != null) {
            return found;
        }
        String clientId = settings.serviceId() + "-" + partition + "-" + made.getAndIncrement();
        return new PartitionReader(settings, partition, clientId, broker.topics(), faults);
    }

    void giveBack(TopicRange range, PartitionReader reader) {
        idle.put(partition(range), reader);
    }

    private static TopicPartition partition(TopicRange range) {
        return new TopicPartition(range.topic(), range.partition());
    }

    @Override
    public void close() {
        idle.close();
    }
}
