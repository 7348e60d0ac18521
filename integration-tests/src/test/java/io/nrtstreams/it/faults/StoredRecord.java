package io.nrtstreams.it.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.nrtstreams.connect.s3.storage.ObjectStore;
import io.nrtstreams.connect.s3.storage.StoredObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A record as an object of the sink holds it, with the envelope {@code partition,offset}.
 *
 * @param folder below that of the topic
 * @param fields the value's, as texts; without those that are null, which CSV cannot tell from missing ones
 */
record StoredRecord(int partition, long offset, String folder, SortedMap<String, String> fields)
        implements Comparable<StoredRecord> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Comparator<StoredRecord> ORDER =
            Comparator.comparingInt(StoredRecord::partition).thenComparingLong(StoredRecord::offset);
    private static final int SHOWN = 60;

    static StoredRecord of(int partition, long offset, String folder, Map<String, String> fields) {
        return new StoredRecord(partition, offset, folder, new TreeMap<>(fields));
    }

    /** All records of the objects of a topic below a prefix, in the order of partitions and offsets. */
    static List<StoredRecord> below(ObjectStore store, String prefix, String topic) {
        String folder = prefix + "/" + topic + "/";
        try (Stream<StoredObject> objects = store.list(folder)) {
            return objects.flatMap(object -> read(store, object.key(), folder.length()).stream())
                    .sorted()
                    .toList();
        }
    }

    private static List<StoredRecord> read(ObjectStore store, String key, int from) {
        String folder = key.substring(from, Math.max(from, key.lastIndexOf('/')));
        try (InputStream object = store.read(key);
                InputStream plain = key.endsWith(".gz") ? new GZIPInputStream(object) : object;
                Reader text = new InputStreamReader(plain, StandardCharsets.UTF_8)) {
            return key.contains(".csv") ? readCsv(text, folder) : readJson(text, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(key, e);
        }
    }

    private static List<StoredRecord> readJson(Reader text, String folder) throws IOException {
        List<StoredRecord> records = new ArrayList<>();
        BufferedReader lines = new BufferedReader(text);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            records.add(of(folder, fields(JSON.readTree(line))));
        }
        return records;
    }

    /** The fields of a JSON object as texts. */
    static SortedMap<String, String> fields(JsonNode object) {
        SortedMap<String, String> fields = new TreeMap<>();
        object.properties().forEach(field -> {
            if (!field.getValue().isNull()) {
                fields.put(field.getKey(), field.getValue().asText());
            }
        });
        return fields;
    }

    private static List<StoredRecord> readCsv(Reader text, String folder) throws IOException {
        List<StoredRecord> records = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : rows) {
                SortedMap<String, String> fields = new TreeMap<>(row.getFieldsAsMap());
                fields.values().removeIf(String::isEmpty);
                records.add(of(folder, fields));
            }
        }
        return records;
    }

    private static StoredRecord of(String folder, SortedMap<String, String> fields) {
        int partition = Integer.parseInt(fields.remove("kafka_partition"));
        long offset = Long.parseLong(fields.remove("kafka_offset"));
        return new StoredRecord(partition, offset, folder, fields);
    }

    /** What is wrong with what is stored, or nothing where it is exactly what is expected. */
    static List<String> differences(List<StoredRecord> expected, List<StoredRecord> stored) {
        Set<StoredRecord> wanted = new HashSet<>(expected);
        Set<StoredRecord> there = new HashSet<>();
        List<StoredRecord> twice =
                stored.stream().filter(record -> !there.add(record)).toList();
        List<String> differences = new ArrayList<>();
        note(differences, "missing", expected.stream().filter(record -> !there.contains(record)));
        note(differences, "not produced", there.stream().filter(record -> !wanted.contains(record)));
        note(differences, "more than once", twice.stream());
        return differences;
    }

    private static void note(List<String> differences, String what, Stream<StoredRecord> records) {
        List<StoredRecord> all = records.sorted().toList();
        if (!all.isEmpty()) {
            differences.add(all.size() + " " + what + ": " + all.subList(0, Math.min(all.size(), 5)));
        }
    }

    @Override
    public int compareTo(StoredRecord other) {
        return ORDER.compare(this, other);
    }

    /** Long texts are cut. */
    @Override
    public String toString() {
        String shown = fields.toString();
        return folder + " " + partition + ":" + offset + " "
                + (shown.length() <= SHOWN ? shown : shown.substring(0, SHOWN) + "…");
    }
}
