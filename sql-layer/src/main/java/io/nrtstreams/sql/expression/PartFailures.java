package io.nrtstreams.sql.expression;

import io.nrtstreams.sql.row.Row;

/** Takes the failures of parts of an expression that became null while the rest has a value: elements of ARRAY, MAP, STRUCT. */
@FunctionalInterface
public interface PartFailures {

    /** For those who only want the value. */
    PartFailures IGNORED = (row, failure) -> {};

    void add(Row row, RuntimeException failure);
}
