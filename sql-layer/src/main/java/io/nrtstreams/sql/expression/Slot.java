package io.nrtstreams.sql.expression;

import io.nrtstreams.sql.type.SqlType;
import java.util.Optional;

/**
 * A column's place in a row.
 *
 * @param index among the columns of its place; 0 for pseudo columns
 * @param header for columns filled from headers, the one header it takes; empty for all headers
 */
public record Slot(Place place, int index, SqlType type, Optional<String> header) {

    /** A place that is not filled from one header. */
    public Slot(Place place, int index, SqlType type) {
        this(place, index, type, Optional.empty());
    }
}
