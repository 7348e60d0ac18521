package io.nrtstreams.sql.plan;

import java.util.Map;
import java.util.Optional;

/**
 * A format and how it is set.
 *
 * @param name upper case, such as JSON
 * @param properties what the WITH clause says of this format, by upper-case key without KEY_ or VALUE_: DELIMITER,
 *     SCHEMA_ID, SCHEMA_FULL_NAME, AVRO_SCHEMA_FULL_NAME, PROTOBUF_NULLABLE_REPRESENTATION
 * @param wrapSingle for values of one column, whether it stands inside a record; absent means the format's own way
 */
public record FormatSpec(String name, Map<String, String> properties, Optional<Boolean> wrapSingle) {

    public FormatSpec {
        properties = Map.copyOf(properties);
    }

    public static FormatSpec of(String name) {
        return new FormatSpec(name, Map.of(), Optional.empty());
    }
}
