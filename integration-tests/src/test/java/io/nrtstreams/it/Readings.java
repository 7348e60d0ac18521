package io.nrtstreams.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nrtstreams.it.stack.StoredObjects;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** The records of one partition: JSON with two versions of a schema in turns, a minute apart from 2020-01-01T10:00:00Z. */
final class Readings {
    static final String TOPIC = "readings";
    static final int COUNT = 600;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long TEN_O_CLOCK = 1_577_872_800_000L;
    private static final String SECOND_SCHEMA = ", {\"field\": \"unit\", \"type\": \"string\", \"optional\": true}";

    private Readings() {}

    /** Undoes a compression. */
    interface Decompression {
        InputStream of(InputStream compressed) throws IOException;
    }

    static void produce(String bootstrap) {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new StringSerializer(), new StringSerializer())) {
            for (int number = 0; number < COUNT; number++) {
                long time = TEN_O_CLOCK + number * 60_000L;
                producer.send(new ProducerRecord<>(TOPIC, 0, time, "d" + number % 7, reading(number)));
            }
        }
    }

    private static String reading(int number) {
        boolean second = number % 2 == 1;
        return """
                {"schema": {"type": "struct", "name": "reading", "fields": [
                   {"field": "device", "type": "string"}, {"field": "usage", "type": "double"}%s]},
                 "payload": {"device": "d%d", "usage": %s%s}}""".formatted(
                        second ? SECOND_SCHEMA : "", number % 7, number / 100.0, second ? ", \"unit\": \"kWh\"" : "");
    }

    /** The offsets of all. */
    static List<Long> offsets() {
        return LongStream.range(0, COUNT).boxed().toList();
    }

    /** The offsets that lines of JSON hold in their envelope, in order. */
    static List<Long> offsets(StoredObjects lines, Decompression decompression) throws IOException {
        List<Long> offsets = new ArrayList<>();
        for (StoredObjects.Stored object : lines.all()) {
            try (InputStream plain = decompression.of(new ByteArrayInputStream(object.content()));
                    MappingIterator<JsonNode> records =
                            JSON.readerFor(JsonNode.class).readValues(plain)) {
                records.forEachRemaining(
                        record -> offsets.add(record.path("kafka_offset").asLong()));
            }
        }
        return offsets.stream().sorted().toList();
    }
}
