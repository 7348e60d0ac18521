package io.nrtstreams.analytics.batch.history;

import java.io.Serializable;
import java.util.Map;
import java.util.Optional;

/**
 * Where a query finds what the broker has deleted of its topics.
 *
 * @param location the folder that the S3 sink writes to, with a folder for each topic; or a topic's own folder
 */
public record StartFrom(String location, Encoding encoding) implements Serializable {

    /** The property that names the location. */
    public static final String PROPERTY = "nrt.start.from";

    /** The property that says what objects hold of keys and values. */
    public static final String ENCODING = "nrt.start.from.encoding";

    /**
     * What the properties of a session say; empty when they say nothing, and queries begin with what the broker has.
     *
     * @throws io.nrtstreams.sql.SqlException when a property has a value that it cannot have
     */
    public static Optional<StartFrom> of(Map<String, String> properties) {
        Encoding encoding = Encoding.of(properties.getOrDefault(ENCODING, "fields"));
        return Optional.ofNullable(properties.get(PROPERTY))
                .filter(text -> !text.isBlank())
                .map(text -> new StartFrom(Location.parse(text).uri(), encoding));
    }
}
