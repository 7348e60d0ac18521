package io.nrtstreams.analytics.query.store;

import io.nrtstreams.analytics.kafka.Broker;
import io.nrtstreams.analytics.query.read.ConsumerPool;
import io.nrtstreams.analytics.query.store.StoredTable.Opened;
import io.nrtstreams.analytics.query.store.TableEntries.TopicNow;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.format.Formats;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the topics of all tables into the store. Single-threaded but for {@link #wakeUp}. Holds the records of one poll, at most
 * {@link #FETCH_BYTES} of them.
 */
final class TableReader implements AutoCloseable {

    static final int FETCH_BYTES = 8 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(TableReader.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final DescribeTopicsOptions SHORTLY = new DescribeTopicsOptions().timeoutMs(5_000);

    private final Database database;
    private final Formats formats;
    private final TableEntries entries;
    private final Admin admin;
    private final Broker broker;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, TableWriter> writers = new LinkedHashMap<>();
    private final Map<String, String> topicIds = new HashMap<>();

    TableReader(Database database, Formats formats, Map<String, Object> kafka) {
        this.database = database;
        this.formats = formats;
        this.entries = new TableEntries(database);
        Map<String, Object> settings = ConsumerPool.readerSettings(kafka);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        this.admin = Admin.create(kafka);
        this.broker = new Broker(String.valueOf(kafka.get("bootstrap.servers")), PATIENCE);
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Makes a poll that is under way return. */
    void wakeUp() {
        consumer.wakeup();
    }

    /** Reads these tables from now on, and deletes what is stored of others. */
    void follow(Map<String, StoredTable> tables) {
        boolean changed = writers.entrySet()
                .removeIf(
                        entry -> tables.get(entry.getKey()) != entry.getValue().table());
        Set<String> topics = new HashSet<>();
        tables.values().forEach(table -> topics.add(table.wanted().topic()));
        topicIds.keySet().retainAll(topics);
        entries.keepOnly(tables.keySet());
        for (Map.Entry<String, StoredTable> table : tables.entrySet()) {
            if (!writers.containsKey(table.getKey())) {
                changed |= open(table.getKey(), table.getValue());
            }
        }
        if (changed) {
            assign();
        }
    }

    private boolean open(String name, StoredTable table) {
        String topic = table.wanted().topic();
        try {
            TopicNow now = describe(topic);
            Opened opened = entries.open(table.wanted(), now);
            ends(partitions(topic, now.partitions()))
                    .forEach((partition, end) -> opened.progress().goal(partition.partition(), end.offset()));
            writers.put(name, new TableWriter(table, opened, database, formats));
            topicIds.put(topic, now.id());
            table.opened(opened);
            return true;
        } catch (SqlException | KafkaException e) {
            LOG.debug("The table {} cannot be read yet", name, e);
            table.lost(String.valueOf(e.getMessage()));
            return false;
        }
    }

    private TopicNow describe(String topic) {
        TopicDescription found = broker.await(
                        admin.describeTopics(List.of(topic)).allTopicNames(), "look up the topic '" + topic + "'")
                .get(topic);
        if (found == null) {
            throw new SqlException("There is no topic '" + topic + "'.");
        }
        return new TopicNow(found.topicId().toString(), found.partitions().size());
    }

    private Map<TopicPartition, ListOffsetsResultInfo> ends(List<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(partition, OffsetSpec.latest()));
        ListOffsetsOptions committed = new ListOffsetsOptions(IsolationLevel.READ_COMMITTED);
        return broker.await(admin.listOffsets(wanted, committed).all(), "tell the end of " + partitions);
    }

    private static List<TopicPartition> partitions(String topic, int count) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            partitions.add(new TopicPartition(topic, i));
        }
        return partitions;
    }

    /** From the position of the table that is the furthest behind, where several read a topic. */
    private void assign() {
        Map<TopicPartition, Long> positions = new LinkedHashMap<>();
        for (TableWriter writer : writers.values()) {
            Progress progress = writer.opened().progress();
            for (TopicPartition partition : partitions(writer.table().wanted().topic(), progress.partitions())) {
                positions.merge(partition, progress.next(partition.partition()), Math::min);
            }
        }
        consumer.assign(positions.keySet());
        positions.forEach(consumer::seek);
    }

    boolean isIdle() {
        return writers.isEmpty();
    }

    /** Reads what has come, or waits for it. */
    void poll(Duration timeout) {
        try {
            write(consumer.poll(timeout));
        } catch (WakeupException e) {
            // It may have come when records were in hand; those not yet written are read again.
            assign();
        }
    }

    private void write(ConsumerRecords<byte[], byte[]> records) {
        for (TableWriter writer : writers.values()) {
            String topic = writer.table().wanted().topic();
            for (TopicPartition partition :
                    partitions(topic, writer.opened().progress().partitions())) {
                writer.write(partition.partition(), records.records(partition), consumer.position(partition, PATIENCE));
            }
        }
    }

    void expire() {
        writers.values().forEach(TableWriter::expire);
    }

    /**
     * Closes the tables whose topics are not what they were: deleted, or made anew.
     *
     * @return whether there are such, or such as could not be opened before
     */
    boolean checkTopics(Map<String, StoredTable> tables) {
        Map<String, KafkaFuture<TopicDescription>> asked =
                admin.describeTopics(topicIds.keySet(), SHORTLY).topicNameValues();
        writers.values().removeIf(writer -> {
            String topic = writer.table().wanted().topic();
            KafkaFuture<TopicDescription> answer = asked.get(topic);
            if (answer == null || isSame(topic, answer)) {
                return false;
            }
            writer.table().lost("its topic '" + topic + "' was deleted or made anew");
            return true;
        });
        return writers.size() < tables.size();
    }

    private boolean isSame(String topic, KafkaFuture<TopicDescription> answer) {
        try {
            TopicDescription now = answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return now.topicId().toString().equals(topicIds.get(topic));
        } catch (ExecutionException e) {
            // Nothing is known while the broker does not answer.
            return !(e.getCause() instanceof UnknownTopicOrPartitionException);
        } catch (TimeoutException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Lets go of all tables, to open them anew with what the database has. */
    void reset(String reason) {
        writers.values().forEach(writer -> writer.table().lost(reason));
        writers.clear();
        consumer.unsubscribe();
    }

    @Override
    public void close() {
        consumer.close(Duration.ZERO);
        admin.close(Duration.ZERO);
    }
}
