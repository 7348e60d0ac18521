package io.nrtstreams.sql.format;

import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.type.Column;
import java.util.List;

/**
 * A format whose schemas stand in a schema registry: columns can be read from there, and written schemas go there.
 *
 * <p>When {@code SCHEMA_ID} is set, {@link #validate} holds the columns against that schema, and what is written has that
 * schema. {@link #codec} registers the columns' schema when it first encodes, so that a reader registers nothing.
 */
public interface InferringFormat extends Format {

    /**
     * The columns of the schema that {@code SCHEMA_ID} names, with the names as they are there; else those of the topic's
     * latest schema, with names in upper case. A schema that is no record gives one column, {@code ROWKEY} or
     * {@code ROWVAL}. Fields of types that the language does not have are left out.
     *
     * @throws io.nrtstreams.sql.SqlException when there is no such schema, it is of another format, or the registry
     *     cannot be asked
     */
    List<Column> columns(FormatSpec spec, Part part, String topic);

    /**
     * Registers the schema of these columns for the topic, so that others find it before the first record is written. Does
     * nothing when {@code SCHEMA_ID} is set.
     *
     * @throws io.nrtstreams.sql.SqlException when the registry refuses the schema or cannot be asked
     */
    void register(FormatSpec spec, List<Column> columns, Part part, String topic);
}
