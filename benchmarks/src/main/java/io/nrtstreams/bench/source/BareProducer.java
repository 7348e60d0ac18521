package io.nrtstreams.bench.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.apache.kafka.connect.storage.StringConverter;

/**
 * What a worker's records cost without the worker: prepared records of the same task, over and over, through the same
 * converters into a producer with the settings that a worker gives to its own. For one thread.
 */
final class BareProducer {
    private static final int PREPARED = 20_000;

    private final String bootstrap;
    private final List<SourceRecord> records;
    private final StringConverter keys = new StringConverter();
    private final JsonConverter values = new JsonConverter();

    BareProducer(String bootstrap, SourceTask task) throws InterruptedException {
        this.bootstrap = bootstrap;
        this.records = new ArrayList<>();
        while (records.size() < PREPARED) {
            List<SourceRecord> batch = task.poll();
            records.addAll(batch == null ? List.of() : batch);
        }
        keys.configure(Map.of(), true);
        values.configure(Map.of("schemas.enable", "false"), false);
    }

    /** Sends so many to a topic, and returns when all are acknowledged. */
    void send(String topic, long count) {
        AtomicReference<Exception> failure = new AtomicReference<>();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (long i = 0; i < count; i++) {
                SourceRecord record = records.get((int) (i % records.size()));
                var unused = producer.send(converted(topic, record), (stored, problem) -> {
                    if (problem != null) {
                        failure.set(problem);
                    }
                });
            }
        }
        if (failure.get() != null) {
            throw new IllegalStateException("a record was not stored", failure.get());
        }
    }

    private ProducerRecord<byte[], byte[]> converted(String topic, SourceRecord record) {
        byte[] key = keys.fromConnectData(topic, record.keySchema(), record.key());
        byte[] value = values.fromConnectData(topic, record.valueSchema(), record.value());
        return new ProducerRecord<>(topic, null, record.timestamp(), key, value);
    }

    /** As Connect's Worker sets them for the producers of source tasks. */
    private Map<String, Object> settings() {
        return new HashMap<>(Map.of(
                "bootstrap.servers",
                bootstrap,
                "max.block.ms",
                Long.toString(Long.MAX_VALUE),
                "enable.idempotence",
                "false",
                "acks",
                "all",
                "max.in.flight.requests.per.connection",
                "1",
                "delivery.timeout.ms",
                Integer.toString(Integer.MAX_VALUE)));
    }
}
