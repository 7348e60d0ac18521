package io.nrtstreams.quickstart.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Reads the coordinates of the records in an object that the sink wrote with {@code envelope=…,partition,offset}:
 * JSON lines or CSV with a header, plain or gzip, told apart by the key's ending.
 */
final class StoredRecords {
    /** The endings this class can read. */
    static final List<String> READABLE = List.of(".json", ".json.gz", ".csv", ".csv.gz");

    private static final ObjectReader JSON = new ObjectMapper().reader();

    private StoredRecords() {}

    /** Takes the coordinates of one record after the other. */
    interface Coordinates {
        void accept(int partition, long offset);
    }

    /**
     * Hands the coordinates of every record in the object to {@code each} and returns the number of records.
     *
     * @throws UnreadableObject if the object is cut off or damaged
     * @throws WithoutCoordinates if its first record carries no coordinates; {@code each} was handed nothing then
     */
    static long read(String key, InputStream object, Coordinates each) throws UnreadableObject, WithoutCoordinates {
        try (InputStream text = key.endsWith(".gz") ? new GZIPInputStream(object) : object) {
            return key.endsWith(".csv") || key.endsWith(".csv.gz") ? readCsv(text, each) : readJson(text, each);
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new UnreadableObject("is damaged or was not written by the sink: " + e.getMessage());
        }
    }

    /** Why an object could not be audited; the message continues a sentence that begins with the object's key. */
    static final class UnreadableObject extends Exception {
        UnreadableObject(String message) {
            super(message);
        }
    }

    /** Its records do not say which records of Kafka they are. */
    static final class WithoutCoordinates extends Exception {
        WithoutCoordinates() {
            super("its records do not say where in Kafka they are: envelope=partition,offset adds that");
        }
    }

    /** A record beside others that have coordinates was not written by the sink; without others it is their way. */
    private static void requireNone(long before) throws UnreadableObject, WithoutCoordinates {
        if (before > 0) {
            throw new UnreadableObject("is damaged: after " + before + " records one has no partition and offset");
        }
        throw new WithoutCoordinates();
    }

    private static long readJson(InputStream text, Coordinates each)
            throws IOException, UnreadableObject, WithoutCoordinates {
        long records = 0;
        BufferedReader lines = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            JsonNode record = JSON.readTree(line);
            JsonNode partition = record.path("kafka_partition");
            JsonNode offset = record.path("kafka_offset");
            if (!partition.canConvertToInt() || !offset.canConvertToLong()) {
                requireNone(records);
            }
            each.accept(partition.intValue(), offset.longValue());
            records++;
        }
        return records;
    }

    private static long readCsv(InputStream text, Coordinates each)
            throws IOException, UnreadableObject, WithoutCoordinates {
        long records = 0;
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(text, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : rows) {
                if (row.findField("kafka_partition").isEmpty()
                        || row.findField("kafka_offset").isEmpty()) {
                    requireNone(records);
                }
                each.accept(
                        Integer.parseInt(row.getField("kafka_partition")),
                        Long.parseLong(row.getField("kafka_offset")));
                records++;
            }
        }
        return records;
    }
}
