package io.nrtstreams.sql.format;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.Suggestions;
import io.nrtstreams.sql.format.delimited.DelimitedFormat;
import io.nrtstreams.sql.format.json.JsonFormat;
import io.nrtstreams.sql.format.kafka.KafkaFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The formats there are, by name. Immutable. */
public final class Formats {

    private static final Set<String> WITH_REGISTRY = Set.of("AVRO", "JSON_SR", "PROTOBUF", "PROTOBUF_NOSR");

    private final SortedMap<String, Format> byName = new TreeMap<>();

    private Formats(Collection<Format> formats) {
        formats.forEach(format -> byName.put(format.name(), format));
    }

    /** The formats that need no schema registry: JSON, DELIMITED, KAFKA and NONE. */
    public static Formats withoutRegistry() {
        return of(List.of(new JsonFormat(), new DelimitedFormat(), new KafkaFormat(), new NoneFormat()));
    }

    public static Formats of(List<Format> formats) {
        return new Formats(formats);
    }

    /** These and more; of two with the same name the later one counts. */
    public Formats with(Format... more) {
        List<Format> all = new ArrayList<>(byName.values());
        all.addAll(List.of(more));
        return new Formats(all);
    }

    /** In alphabetical order. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    /**
     * The format of this name, in any case.
     *
     * @throws SqlException when there is none; the message names those there are
     */
    public Format find(String name) {
        Format format = byName.get(name.toUpperCase(Locale.ROOT));
        if (format == null) {
            throw new SqlException(unknown(name));
        }
        return format;
    }

    private String unknown(String name) {
        String others = String.join(", ", names());
        return WITH_REGISTRY.contains(name.toUpperCase(Locale.ROOT))
                ? "The format " + name + " needs a schema registry, and there is none here. Without one there are "
                        + others + "."
                : "There is no format " + name + "; the formats are " + others + "."
                        + Suggestions.didYouMean(name, names());
    }
}
