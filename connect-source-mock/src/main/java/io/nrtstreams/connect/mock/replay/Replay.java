package io.nrtstreams.connect.mock.replay;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What is replayed, and how it becomes records.
 *
 * @param file the recording
 * @param columns the columns that become fields, in this order
 * @param constants fields with the same text in every record, behind the columns
 * @param key the column or constant that becomes the record's key, null for none
 * @param time the column that holds the event time, a number
 * @param unit the unit of that number
 */
public record Replay(
        Path file,
        List<Column> columns,
        Map<String, String> constants,
        @Nullable String key,
        String time,
        TimeUnit unit) {

    /** The schema of the values: every column and constant, all optional. */
    Schema schema() {
        SchemaBuilder builder = SchemaBuilder.struct();
        columns.forEach(column -> builder.field(column.name(), column.type().schema()));
        constants.keySet().forEach(name -> builder.field(name, Schema.OPTIONAL_STRING_SCHEMA));
        return builder.build();
    }

    /** The column of a name. */
    public Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /**
     * Reads the header and up to {@code rows} records.
     *
     * @throws RecordingException if the file is missing, has no records, or does not hold what is declared
     */
    public void check(int rows) {
        try (CsvRecording recording = CsvRecording.open(this)) {
            if (!recording.hasNext()) {
                throw new RecordingException(file + ": has no records after its header; name a file that has", null);
            }
            for (int i = 0; i < rows && recording.hasNext(); i++) {
                recording.next();
            }
        }
    }
}
