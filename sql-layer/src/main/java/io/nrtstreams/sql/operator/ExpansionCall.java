package io.nrtstreams.sql.operator;

import io.nrtstreams.sql.function.Expansion;
import io.nrtstreams.sql.row.Row;
import java.util.List;

/** A table function and its arguments; one that fails is logged and gives no rows. */
record ExpansionCall(String step, String name, Expansion expansion, Calculation arguments, QueryLog log) {

    List<?> expand(Row row) {
        try {
            return expansion.expand(arguments.apply(row));
        } catch (RuntimeException e) {
            log.failed(step, row.origin(), name, e);
            return List.of();
        }
    }
}
