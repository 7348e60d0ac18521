package io.nrtstreams.sql.operator;

import io.nrtstreams.sql.row.Row;

/** Takes rows, one at a time. */
@FunctionalInterface
public interface RowSink {

    void accept(Row row);
}
