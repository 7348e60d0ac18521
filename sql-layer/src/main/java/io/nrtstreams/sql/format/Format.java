package io.nrtstreams.sql.format;

import io.nrtstreams.sql.plan.FormatSpec;
import io.nrtstreams.sql.type.Column;
import java.util.List;
import java.util.Set;

/** A format of keys or values. Implementations are immutable. */
public interface Format {

    /** Upper case, such as JSON. */
    String name();

    Set<Ability> abilities();

    /**
     * Refuses what the format cannot hold, with the column and the way out.
     *
     * @throws io.nrtstreams.sql.SqlException when it cannot hold the columns or does not know a property
     */
    void validate(FormatSpec spec, List<Column> columns, Part part);

    /** A codec for these columns; single-threaded. */
    RowCodec codec(FormatSpec spec, List<Column> columns, Part part, String topic);

    enum Part {
        KEY,
        VALUE
    }

    enum Ability {
        /** May be a key format. */
        KEY,
        /** Holds more than one column. */
        SEVERAL_COLUMNS,
        /** WRAP_SINGLE_VALUE may be true. */
        WRAP_SINGLE,
        /** WRAP_SINGLE_VALUE may be false. */
        UNWRAP_SINGLE,
        /** Columns can be read from a schema registry. */
        SCHEMA_INFERENCE
    }
}
