package io.nrtstreams.analytics.batch.history;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.Suggestions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A format of objects, as the S3 sink writes it (docs/formats.md, docs/formats-avro-parquet.md). */
public enum StoredFormat {
    /** A JSON value a line, or one array of them. */
    JSON(".json"),
    /** RFC 4180 with a header. */
    CSV(".csv"),
    PARQUET(".parquet");

    private static final List<String> COMPRESSIONS = List.of(".gz", ".zst", ".sz");

    private final String extension;

    StoredFormat(String extension) {
        this.extension = extension;
    }

    /**
     * The format of this name, in any case; DELIMITED is CSV.
     *
     * @throws SqlException when there is none
     */
    public static StoredFormat of(String name) {
        return switch (name.toUpperCase(Locale.ROOT)) {
            case "JSON" -> JSON;
            case "CSV", "DELIMITED" -> CSV;
            case "PARQUET" -> PARQUET;
            default ->
                throw new SqlException("Objects of the format " + name + " cannot be read; JSON, CSV and PARQUET can."
                        + Suggestions.didYouMean(name, List.of("JSON", "CSV", "PARQUET")));
        };
    }

    /** The format that an object's name tells by its extension; empty for one that is not read. */
    static Optional<StoredFormat> ofObject(String name) {
        for (StoredFormat format : values()) {
            if (format.isOf(name)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** Whether an object of this name is of this format, compressed or not. */
    boolean isOf(String name) {
        String plain = name;
        for (String compression : COMPRESSIONS) {
            if (name.endsWith(compression)) {
                plain = name.substring(0, name.length() - compression.length());
            }
        }
        return plain.endsWith(extension);
    }
}
