package io.nrtstreams.sql.analysis;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.Suggestions;
import io.nrtstreams.sql.plan.TimestampColumn;
import io.nrtstreams.sql.tree.Position;
import io.nrtstreams.sql.type.Column;
import io.nrtstreams.sql.type.Schema;
import io.nrtstreams.sql.type.SqlType.Base;

/** Whether a column can hold the event time. */
final class TimestampRules {

    private TimestampRules() {}

    /**
     * Refuses columns that cannot.
     *
     * @throws SqlException with the reason and what to use instead
     */
    static void check(Position position, TimestampColumn timestamp, Schema schema) {
        Column column = schema.find(timestamp.column())
                .orElseThrow(() -> new SqlException(
                        position,
                        "TIMESTAMP names the column " + timestamp.column() + ", which there is not."
                                + Suggestions.didYouMean(
                                        timestamp.column(),
                                        schema.columns().stream()
                                                .map(Column::name)
                                                .toList())));
        Base base = column.type().base();
        boolean text = base == Base.STRING;
        if (!text && base != Base.BIGINT && base != Base.TIMESTAMP) {
            throw new SqlException(
                    position,
                    "The column " + column.name() + " cannot be the TIMESTAMP: its type is " + column.type()
                            + ". Use a BIGINT (ms since the epoch), a TIMESTAMP, or a STRING with TIMESTAMP_FORMAT.");
        }
        if (text && timestamp.format().isEmpty()) {
            throw new SqlException(
                    position,
                    "The TIMESTAMP column " + column.name() + " is a STRING and needs TIMESTAMP_FORMAT, its pattern.");
        }
        if (!text && timestamp.format().isPresent()) {
            throw new SqlException(
                    position,
                    "TIMESTAMP_FORMAT is for STRING columns, and " + column.name() + " is " + column.type()
                            + ". Leave it out.");
        }
    }
}
