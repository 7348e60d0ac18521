package io.nrtstreams.analytics.batch.history;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.nrtstreams.analytics.s3.TestS3;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes objects in the layout that docs/sink.md describes: folders by a value, each a chain, files of any length. */
public final class StoredChains {

    private static final JsonMapper JSON = new JsonMapper();

    private final TestS3 store;
    private final String folder;
    private final String topic;
    private final RandomGenerator random;

    public StoredChains(TestS3 store, String folder, String topic, RandomGenerator random) {
        this.store = store;
        this.folder = folder;
        this.topic = topic;
        this.random = random;
    }

    /** A record as the sink sees it. */
    public record Stored(
            int partition,
            long offset,
            long timestamp,
            String path,
            @Nullable Object key,
            Map<String, @Nullable Object> fields) {}

    /** Stores records, those of a path and partition in files of up to {@code largest} records, every second one gzipped. */
    public void write(List<Stored> records, int largest) throws IOException {
        Map<String, List<Stored>> open = new TreeMap<>();
        Map<String, Integer> sizes = new TreeMap<>();
        for (Stored record : records) {
            String chain = record.path() + "+" + record.partition();
            List<Stored> file = open.computeIfAbsent(chain, key -> new ArrayList<>());
            int size = sizes.computeIfAbsent(chain, key -> random.nextInt(1, largest + 1));
            file.add(record);
            if (file.size() == size) {
                store(file);
                open.remove(chain);
                sizes.remove(chain);
            }
        }
        for (List<Stored> file : open.values()) {
            store(file);
        }
    }

    private void store(List<Stored> file) throws IOException {
        boolean isZipped = file.get(0).path().hashCode() % 2 == 0;
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (var out = isZipped ? new GZIPOutputStream(content) : content) {
            for (Stored record : file) {
                out.write(JSON.writeValueAsString(line(record)).getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
        }
        Stored first = file.get(0);
        String name = String.format(
                Locale.ROOT, "%s+%d+%020d.json%s", topic, first.partition(), first.offset(), isZipped ? ".gz" : "");
        store.put(
                store.folder(folder + "/" + topic + "/" + first.path() + "/" + name),
                content.toByteArray(),
                Map.of(
                        "nrt-topic", topic,
                        "nrt-partition", String.valueOf(first.partition()),
                        "nrt-first-offset", String.valueOf(first.offset()),
                        "nrt-last-offset",
                                String.valueOf(file.get(file.size() - 1).offset()),
                        "nrt-record-count", String.valueOf(file.size())));
    }

    private static Map<String, @Nullable Object> line(Stored record) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("kafka_key", record.key());
        line.put("kafka_partition", record.partition());
        line.put("kafka_offset", record.offset());
        line.put(
                "kafka_timestamp",
                java.time.Instant.ofEpochMilli(record.timestamp()).toString());
        line.putAll(record.fields());
        return line;
    }
}
