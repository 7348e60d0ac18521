package io.nrtstreams.analytics.query;

import io.nrtstreams.analytics.query.store.StoredRows;
import io.nrtstreams.analytics.sql.QueryRun;
import io.nrtstreams.analytics.sql.ResultHeader;
import io.nrtstreams.analytics.sql.ResultHeader.ResultColumn;
import io.nrtstreams.analytics.sql.ResultRow;
import io.nrtstreams.sql.row.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of a table that meet a condition, a few hundred at a time as their reader asks for them. */
final class TableRun implements QueryRun {

    private static final int MOST_AT_ONCE = 500;
    private static final int MOST_LOOKED_AT = 20_000;

    private final ResultHeader header;
    private final StoredRows rows;
    private final RowSelection selection;
    private long wanted;
    private boolean closed;

    TableRun(List<ResultColumn> columns, StoredRows rows, RowSelection selection, Optional<Long> limit) {
        this.header = new ResultHeader(Optional.empty(), columns);
        this.rows = rows;
        this.selection = selection;
        this.wanted = limit.orElse(Long.MAX_VALUE);
    }

    @Override
    public ResultHeader header() {
        return header;
    }

    @Override
    public synchronized Rows poll(Duration timeout) {
        List<ResultRow> found = new ArrayList<>();
        int lookedAt = 0;
        while (!closed && wanted > 0 && found.size() < MOST_AT_ONCE && lookedAt < MOST_LOOKED_AT) {
            Row row = rows.next();
            if (row == null) {
                return new Rows(found, true, Optional.empty());
            }
            lookedAt++;
            @Nullable Object[] values = selection.select(row);
            if (values != null) {
                found.add(new ResultRow(Collections.unmodifiableList(Arrays.asList(values)), false));
                wanted--;
            }
        }
        return new Rows(found, closed || wanted == 0, Optional.empty());
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            rows.close();
        }
    }
}
