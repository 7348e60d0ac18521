package io.nrtstreams.analytics.query;

import io.nrtstreams.analytics.batch.history.StoredRows;
import io.nrtstreams.analytics.sql.QueryRun;
import io.nrtstreams.analytics.sql.ResultHeader;
import io.nrtstreams.analytics.sql.ResultRow;
import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.format.TopicCodec;
import io.nrtstreams.sql.host.DirectHost;
import io.nrtstreams.sql.row.Row;
import io.nrtstreams.sql.row.TopicRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A query that reads objects in its reader's thread, while the reader asks for rows. Holds the state of the query, and one
 * open object.
 */
final class ObjectRun implements QueryRun {

    private static final int BATCH = 500;

    private final ResultHeader header;
    private final StoredRows stored;
    private final TopicCodec codec;
    private final DirectHost host;
    private final ShownRows shown;
    private long wanted;
    private long offset;
    private boolean isAtEnd;
    private volatile boolean isClosed;

    ObjectRun(
            String queryId, StoredRows stored, TopicCodec codec, DirectHost host, ShownRows shown, OptionalLong limit) {
        this.header = new ResultHeader(Optional.of(queryId), shown.columns());
        this.stored = stored;
        this.codec = codec;
        this.host = host;
        this.shown = shown;
        this.wanted = limit.orElse(Long.MAX_VALUE);
    }

    @Override
    public ResultHeader header() {
        return header;
    }

    @Override
    public synchronized Rows poll(Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        List<ResultRow> rows = new ArrayList<>();
        while (rows.size() < Math.min(wanted, BATCH) && !isOver() && System.nanoTime() < deadline) {
            step(rows);
        }
        List<ResultRow> given = rows.size() > wanted ? rows.subList(0, (int) wanted) : rows;
        wanted -= given.size();
        if (wanted == 0 || isOver()) {
            release();
        }
        return new Rows(
                given,
                wanted == 0 || isOver(),
                wanted == 0
                        ? Optional.of("Limit Reached")
                        : isAtEnd ? Optional.of("Query Completed") : Optional.empty());
    }

    private boolean isOver() {
        return isAtEnd || isClosed;
    }

    private void step(List<ResultRow> rows) {
        @Nullable Object[] values;
        try {
            values = stored.next();
        } catch (IOException e) {
            throw unreadable("its location", e);
        }
        if (values == null) {
            isAtEnd = true;
            return;
        }
        TopicRecord record = codec.encode(new Row(Row.absentKey(0), null, values, null, 0, null));
        host.processRows(
                new TopicRecord(record.topic(), 0, offset++, record.timestamp(), null, record.value(), List.of()),
                row -> shown.add(row, rows));
    }

    static SqlException unreadable(String location, IOException e) {
        SqlException failure = new SqlException("The objects below " + location + " cannot be read: " + e.getMessage()
                + " Check the bucket," + " NRT_S3_ENDPOINT and the credentials of the server.");
        failure.initCause(e);
        return failure;
    }

    private synchronized void release() {
        try {
            stored.close();
        } catch (IOException e) {
            throw unreadable("its location", e);
        }
    }

    /** Waits for the row that is at work. */
    @Override
    public void close() {
        isClosed = true;
        release();
    }
}
