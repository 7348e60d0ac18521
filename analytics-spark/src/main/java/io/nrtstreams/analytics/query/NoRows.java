package io.nrtstreams.analytics.query;

import io.nrtstreams.analytics.sql.QueryRun;
import io.nrtstreams.analytics.sql.ResultHeader;
import io.nrtstreams.analytics.sql.ResultHeader.ResultColumn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The answer to a condition that no row can meet. */
record NoRows(List<ResultColumn> columns) implements QueryRun {

    @Override
    public ResultHeader header() {
        return new ResultHeader(Optional.empty(), columns);
    }

    @Override
    public Rows poll(Duration timeout) {
        return new Rows(List.of(), true, Optional.empty());
    }

    @Override
    public void close() {
        // There is nothing to let go of.
    }
}
