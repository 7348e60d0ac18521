package io.nrtstreams.analytics.query;

import io.nrtstreams.analytics.sql.SqlEnvironment;
import io.nrtstreams.sql.row.TopicRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the topics of all stores into them, on a thread of its own. Thread-safe. */
final class StoreFeeder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StoreFeeder.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SqlEnvironment environment;
    private final Thread thread;
    private final Map<TopicPartition, List<TableStore>> readers = new HashMap<>();
    private final Set<String> undecodable = new HashSet<>();

    private Map<String, TableStore> wanted = Map.of();
    private final Set<TableStore> gone = new HashSet<>();
    private boolean changed;
    private volatile boolean closing;

    StoreFeeder(SqlEnvironment environment) {
        this.environment = environment;
        this.thread = new Thread(this::run, "table-stores");
    }

    void start() {
        thread.start();
    }

    /**
     * From now on feeds these stores.
     *
     * @param dropped are destroyed once they are no longer written
     */
    synchronized void follow(Map<String, TableStore> stores, Set<TableStore> dropped) {
        wanted = Map.copyOf(stores);
        gone.addAll(dropped);
        changed = true;
        notifyAll();
    }

    private void run() {
        while (!closing) {
            try (KafkaConsumer<byte[], byte[]> consumer = TopicReading.consumer(environment)) {
                synchronized (this) {
                    changed = true;
                }
                feed(consumer);
            } catch (KafkaException e) {
                if (!closing) {
                    LOG.warn("the tables' topics cannot be read ({}); they are tried again", e.getMessage());
                }
                rest();
            } catch (RuntimeException e) {
                LOG.error("the stores of tables do not work; they are tried again", e);
                rest();
            }
        }
    }

    private void feed(KafkaConsumer<byte[], byte[]> consumer) {
        while (!closing) {
            assign(consumer);
            if (readers.isEmpty()) {
                rest();
            } else {
                take(consumer.poll(POLL), consumer);
            }
        }
    }

    private void assign(KafkaConsumer<byte[], byte[]> consumer) {
        Map<String, TableStore> stores;
        synchronized (this) {
            if (!changed) {
                return;
            }
            stores = wanted;
            changed = false;
        }
        readers.clear();
        boolean complete = true;
        for (TableStore store : stores.values()) {
            List<PartitionInfo> partitions =
                    consumer.partitionsFor(store.table().layout().topic());
            complete &= !partitions.isEmpty();
            for (PartitionInfo partition : partitions) {
                readers.computeIfAbsent(
                                new TopicPartition(partition.topic(), partition.partition()), one -> new ArrayList<>())
                        .add(store);
            }
        }
        consumer.assign(readers.keySet());
        readers.forEach((partition, ofPartition) -> consumer.seek(
                partition,
                ofPartition.stream()
                        .mapToLong(store -> store.position(partition.partition()))
                        .min()
                        .orElse(0)));
        synchronized (this) {
            gone.forEach(TableStore::destroy);
            gone.clear();
            changed |= !complete;
        }
    }

    private void take(ConsumerRecords<byte[], byte[]> polled, KafkaConsumer<byte[], byte[]> consumer) {
        for (TopicPartition partition : polled.partitions()) {
            List<TopicRecord> records = new ArrayList<>();
            for (ConsumerRecord<byte[], byte[]> found : polled.records(partition)) {
                records.add(TopicReading.record(found));
            }
            long next = consumer.position(partition);
            for (TableStore store : readers.getOrDefault(partition, List.of())) {
                long from = store.position(partition.partition());
                store.apply(
                        records.stream().filter(record -> record.offset() >= from).toList(),
                        partition.partition(),
                        next,
                        record -> tellOnce(store, record));
            }
        }
    }

    private void tellOnce(TableStore store, TopicRecord record) {
        if (undecodable.add(store.table().name())) {
            LOG.warn(
                    "{}-{}@{} is not as the table {} is declared, so queries do not find it; others may follow",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    store.table().name());
        }
    }

    private synchronized void rest() {
        try {
            if (!closing) {
                wait(POLL.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closing = true;
        }
    }

    @Override
    public void close() {
        closing = true;
        synchronized (this) {
            notifyAll();
        }
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

}
