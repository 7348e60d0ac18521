package io.nrtstreams.analytics.sql;

import io.nrtstreams.sql.type.SqlType;
import java.util.List;
import java.util.Optional;

/**
 * What the rows of a query's answer look like.
 *
 * @param queryId by which the query can be closed; empty for look-ups that are over at once
 * @param columns in the order of the rows' values
 */
public record ResultHeader(Optional<String> queryId, List<ResultColumn> columns) {

    public ResultHeader {
        columns = List.copyOf(columns);
    }

    /**
     * A column.
     *
     * @param isKey whether it is a key column of the stream or table that was asked
     */
    public record ResultColumn(String name, SqlType type, boolean isKey) {}
}
