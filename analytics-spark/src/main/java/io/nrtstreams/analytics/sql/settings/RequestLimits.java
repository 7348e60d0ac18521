package io.nrtstreams.analytics.sql.settings;

import java.time.Duration;

/**
 * What clients may ask of the server.
 *
 * @param bodyBytes the largest body of a request, and the largest row of inserts
 * @param statementChars the longest text of statements
 * @param pullRows the most rows of a pull query's answer
 * @param pushQueries how many push queries run at the same time
 * @param pullQueries how many pull queries are worked on at the same time
 * @param statements how many requests with statements are worked on at the same time
 * @param pullTime how long a pull query may take
 * @param pushTime how long a push query may run; zero for ever
 * @param shutdownTime how long a shutdown waits for what is on its way
 */
public record RequestLimits(
        int bodyBytes,
        int statementChars,
        long pullRows,
        int pushQueries,
        int pullQueries,
        int statements,
        Duration pullTime,
        Duration pushTime,
        Duration shutdownTime) {}
