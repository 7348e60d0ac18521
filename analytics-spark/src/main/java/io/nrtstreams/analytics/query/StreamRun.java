package io.nrtstreams.analytics.query;

import io.nrtstreams.analytics.query.read.ConsumedRecords;
import io.nrtstreams.analytics.query.read.TopicReading;
import io.nrtstreams.analytics.sql.QueryRun;
import io.nrtstreams.analytics.sql.ResultHeader;
import io.nrtstreams.analytics.sql.ResultRow;
import io.nrtstreams.sql.host.DirectHost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A query that reads its topics and runs in its reader's thread, while the reader asks for rows. Holds the state of the query,
 * what {@link TopicReading} holds, and the rows of some records.
 */
final class StreamRun implements QueryRun {

    private static final String LIMIT_REACHED = "Limit Reached";
    private static final String COMPLETED = "Query Completed";
    private static final Duration MOST_WAIT = Duration.ofSeconds(1);

    private final ResultHeader header;
    private final TopicReading reading;
    private final DirectHost host;
    private final ShownRows shown;
    private final boolean untilEnd;
    private long wanted;

    /**
     * A query at its start.
     *
     * @param untilEnd whether it ends with what its topics held when the reading began
     */
    StreamRun(
            String queryId,
            TopicReading reading,
            DirectHost host,
            ShownRows shown,
            OptionalLong limit,
            boolean untilEnd) {
        this.header = new ResultHeader(Optional.of(queryId), shown.columns());
        this.reading = reading;
        this.host = host;
        this.shown = shown;
        this.wanted = limit.orElse(Long.MAX_VALUE);
        this.untilEnd = untilEnd;
    }

    @Override
    public ResultHeader header() {
        return header;
    }

    @Override
    public Rows poll(Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        List<ResultRow> rows = new ArrayList<>();
        while (wanted > 0 && !isOver()) {
            long left = deadline - System.nanoTime();
            List<ConsumerRecord<byte[], byte[]>> records =
                    reading.next(Duration.ofNanos(Math.min(Math.max(left, 0), MOST_WAIT.toNanos())));
            for (ConsumerRecord<byte[], byte[]> record : records) {
                host.processRows(ConsumedRecords.of(record), row -> shown.add(row, rows));
                if (rows.size() >= wanted) {
                    break;
                }
            }
            if (!rows.isEmpty() || left <= 0) {
                break;
            }
        }
        return answer(rows);
    }

    private boolean isOver() {
        return reading.isClosed() || (untilEnd && reading.isAtEnd());
    }

    private Rows answer(List<ResultRow> rows) {
        List<ResultRow> given = rows.size() > wanted ? rows.subList(0, (int) wanted) : rows;
        wanted -= given.size();
        if (wanted == 0) {
            return new Rows(given, true, Optional.of(LIMIT_REACHED));
        }
        boolean over = isOver();
        return new Rows(given, over, over ? Optional.of(COMPLETED) : Optional.empty());
    }

    @Override
    public void close() {
        reading.close();
    }
}
