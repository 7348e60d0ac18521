package io.nrtstreams.analytics.sql.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a log's topic from its beginning on. A command is a transaction of one record for each thing it changed and, as the
 * last, one that ends it under the key {@code head}. When the topic is compacted, the ends of old commands go, and what is
 * left counts with the next end. Single-threaded.
 */
final class LogTail implements AutoCloseable {

    private static final String HEAD = "head";

    private final Consumer<byte[], byte[]> consumer;
    private final TopicPartition partition;
    private final Entries entries = new Entries();
    private Optional<Owner> owner = Optional.empty();

    private LogTail(Consumer<byte[], byte[]> consumer, TopicPartition partition) {
        this.consumer = consumer;
        this.partition = partition;
    }

    static LogTail open(Map<String, Object> kafka, String topic) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        TopicPartition partition = new TopicPartition(topic, 0);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        return new LogTail(consumer, partition);
    }

    /** The records of a command. */
    static List<ProducerRecord<byte[], byte[]>> records(String topic, Command command, Owner owner) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        command.changes()
                .forEach((key, thing) -> records.add(record(
                        topic,
                        key.text(),
                        thing.map(one -> ObjectJson.write(one).toString()).orElse(null))));
        ObjectNode head = JsonNodeFactory.instance.objectNode();
        head.put("version", ObjectJson.VERSION);
        head.put("sequence", command.sequence());
        head.put("nextNumber", command.nextNumber());
        head.put("statement", command.statement());
        head.putObject("owner").put("id", owner.id()).put("address", owner.address());
        records.add(record(topic, HEAD, head.toString()));
        return records;
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, String key, @Nullable String value) {
        return new ProducerRecord<>(
                topic,
                0,
                key.getBytes(StandardCharsets.UTF_8),
                value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads all that is committed now. */
    void readToEnd() {
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        while (consumer.position(partition) < end) {
            poll(Duration.ofMillis(100));
        }
    }

    /** Reads what there is; whether there was something. */
    boolean poll(Duration timeout) {
        boolean some = false;
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(timeout)) {
            add(record);
            some = true;
        }
        return some;
    }

    private void add(ConsumerRecord<byte[], byte[]> record) {
        String place = "offset " + record.offset();
        @Nullable String key = text(record.key());
        @Nullable String value = text(record.value());
        if (key == null) {
            entries.skip(place, "record of offset " + record.offset(), "it has no key");
        } else if (key.equals(HEAD) && value != null) {
            end(place, value);
        } else {
            entries.add(place, key, value);
        }
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    private void end(String place, String head) {
        try {
            JsonNode json = ObjectJson.MAPPER.readTree(head);
            JsonNode told = json.path("owner");
            owner = Optional.of(
                    new Owner(told.path("id").asText(), told.path("address").asText()));
            entries.end(json.path("sequence").asLong(), json.path("nextNumber").asInt());
        } catch (JsonProcessingException e) {
            entries.skip(place, HEAD, "it is no JSON (" + e.getOriginalMessage() + ")");
        }
    }

    Contents contents() {
        return entries.contents();
    }

    List<Skipped> skipped() {
        return entries.skipped();
    }

    /** Who wrote last. */
    Optional<Owner> owner() {
        return owner;
    }

    @Override
    public void close() {
        consumer.close(Duration.ofSeconds(5));
    }
}
