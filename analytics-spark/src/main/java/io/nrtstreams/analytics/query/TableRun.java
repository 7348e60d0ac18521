package io.nrtstreams.analytics.query;

import io.nrtstreams.analytics.sql.QueryRun;
import io.nrtstreams.analytics.sql.ResultHeader;
import io.nrtstreams.analytics.sql.ResultRow;
import io.nrtstreams.sql.row.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The rows of a store that a query asks for, as they were when it began. */
final class TableRun implements QueryRun {

    private static final int AT_A_TIME = 500;

    private final ResultHeader header;
    private final TableStore.Rows rows;
    private final RowSteps steps;
    private long left;
    private boolean closed;

    TableRun(PullPlan plan, TableStore.Rows rows, RowSteps steps) {
        this.header = new ResultHeader(Optional.empty(), plan.columns());
        this.rows = rows;
        this.steps = steps;
        this.left = plan.limit().orElse(Long.MAX_VALUE);
    }

    @Override
    public ResultHeader header() {
        return header;
    }

    @Override
    public synchronized Rows poll(Duration timeout) {
        List<ResultRow> found = new ArrayList<>();
        int looked = 0;
        while (!closed && left > 0 && looked < AT_A_TIME && rows.hasNext()) {
            looked++;
            for (Row row : steps.apply(rows.next())) {
                if (left > 0) {
                    left--;
                    found.add(result(row));
                }
            }
        }
        boolean ended = closed || left == 0 || !rows.hasNext();
        return new Rows(found, ended, Optional.empty());
    }

    static ResultRow result(Row row) {
        return new ResultRow(
                Collections.unmodifiableList(Arrays.asList(row.value() == null ? new Object[0] : row.value())), false);
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            rows.close();
        }
    }
}
