package io.nrtstreams.analytics.sql;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A pull query, a push query or a PRINT on its way. Its reader asks for rows, so a slow reader holds back the query and
 * nothing piles up. Used by one thread; {@link #close} may come from any, and makes a waiting {@link #poll} return.
 */
public interface QueryRun extends AutoCloseable {

    ResultHeader header();

    /**
     * The next rows, as soon as there are some.
     *
     * @param timeout how long to wait for the first of them
     * @throws io.nrtstreams.sql.SqlException when the query failed on the way; it is over then
     */
    Rows poll(Duration timeout) throws InterruptedException;

    /** Ends the query and lets go of all that it holds; more than once is fine. */
    @Override
    void close();

    /**
     * Some rows.
     *
     * @param rows none when the time was over before there was one, or at the end
     * @param ended whether these are the last
     * @param finalMessage what is told to the client behind the last row, such as that the limit is reached
     */
    record Rows(List<ResultRow> rows, boolean ended, Optional<String> finalMessage) {

        public Rows {
            rows = List.copyOf(rows);
        }
    }
}
