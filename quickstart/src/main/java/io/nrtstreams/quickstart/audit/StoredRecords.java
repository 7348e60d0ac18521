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
     * @throws UnreadableObject if the object is cut off or damaged, or its records carry no coordinates
     */
    static long read(String key, InputStream object, Coordinates each) throws UnreadableObject {
        try (InputStream text = key.endsWith(".gz") ? new GZIPInputStream(object) : object) {
            return key.contains(".csv") ? readCsv(text, each) : readJson(text, each);
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

    private static long readJson(InputStream text, Coordinates each) throws IOException, UnreadableObject {
        long records = 0;
        BufferedReader lines = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            JsonNode record = JSON.readTree(line);
            JsonNode partition = record.path("kafka_partition");
            JsonNode offset = record.path("kafka_offset");
            if (!partition.canConvertToInt() || !offset.canConvertToLong()) {
                throw withoutCoordinates();
            }
            each.accept(partition.intValue(), offset.longValue());
            records++;
        }
        return records;
    }

    private static long readCsv(InputStream text, Coordinates each) throws IOException, UnreadableObject {
        long records = 0;
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(text, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : rows) {
                if (row.findField("kafka_partition").isEmpty()
                        || row.findField("kafka_offset").isEmpty()) {
                    throw withoutCoordinates();
                }
                each.accept(
                        Integer.parseInt(row.getField("kafka_partition")),
                        Long.parseLong(row.getField("kafka_offset")));
                records++;
            }
        }
        return records;
    }

    private static UnreadableObject withoutCoordinates() {
        return new UnreadableObject("holds records without coordinates; an audit by offset needs"
                + " envelope=partition,offset in the sink's configuration");
    }
}
