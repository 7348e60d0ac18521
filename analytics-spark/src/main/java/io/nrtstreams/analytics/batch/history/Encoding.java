package io.nrtstreams.analytics.batch.history;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.Suggestions;
import java.util.List;
import java.util.Locale;

/** What the objects of a history hold of keys and values. */
public enum Encoding {
    /** Fields, as the sink's converters read them. */
    FIELDS,
    /** The bytes of Kafka in base 64, as the sink writes what ByteArrayConverter gives it. */
    BYTES;

    /**
     * The encoding of this name, in any case.
     *
     * @throws SqlException when there is none
     */
    public static Encoding of(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "fields" -> FIELDS;
            case "bytes" -> BYTES;
            default ->
                throw new SqlException("The property " + StartFrom.ENCODING + " is fields or bytes, not '" + name + "'."
                        + Suggestions.didYouMean(name, List.of("fields", "bytes")));
        };
    }
}
