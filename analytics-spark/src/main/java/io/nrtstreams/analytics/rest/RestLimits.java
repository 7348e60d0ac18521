package io.nrtstreams.analytics.rest;

import io.nrtstreams.analytics.sql.settings.RequestLimits;
import java.time.Duration;

/**
 * What a client may ask of the server.
 *
 * @param bodyBytes the largest body of a request; of /inserts-stream the largest row
 * @param statementChars the longest text of statements
 * @param pullRows the most rows of a pull query's answer
 * @param pushQueries how many push queries and PRINTs may run at the same time; each has a thread
 * @param pullQueries how many pull queries are worked on at the same time; as many again wait, times 16
 * @param statements how many /ksql requests are worked on at the same time; as many again wait, times 16
 * @param pullTime how long a pull query may take
 * @param pushTime how long a push query may run; zero for ever
 * @param requestTime how long a client may take to send a request: its head, and its body
 * @param stallTime how long a reader may read nothing of an answer before its query is ended
 * @param idleTime how long a connection may do nothing at all
 * @param heartbeat how often a silent answer is given a sign of life, which tells readers that vanished
 * @param shutdownTime how long a shutdown waits for what is on its way
 */
public record RestLimits(
        int bodyBytes,
        int statementChars,
        long pullRows,
        int pushQueries,
        int pullQueries,
        int statements,
        Duration pullTime,
        Duration pushTime,
        Duration requestTime,
        Duration stallTime,
        Duration idleTime,
        Duration heartbeat,
        Duration shutdownTime) {

    public static final RestLimits DEFAULT = new RestLimits(
            4 << 20,
            1 << 20,
            1_000_000,
            100,
            16,
            4,
            Duration.ofMinutes(5),
            Duration.ZERO,
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(10));

    /** What a server's settings say, and the defaults for what they leave open. */
    static RestLimits of(RequestLimits limits) {
        return new RestLimits(
                limits.bodyBytes(),
                limits.statementChars(),
                limits.pullRows(),
                limits.pushQueries(),
                limits.pullQueries(),
                limits.statements(),
                limits.pullTime(),
                limits.pushTime(),
                DEFAULT.requestTime,
                DEFAULT.stallTime,
                DEFAULT.idleTime,
                DEFAULT.heartbeat,
                limits.shutdownTime());
    }

    /** @throws IllegalArgumentException when a limit would let nothing through */
    public RestLimits {
        requirePositive("body bytes", bodyBytes);
        requirePositive("statement characters", statementChars);
        requirePositive("rows of a pull query", pullRows);
        requirePositive("push queries", pushQueries);
        requirePositive("pull queries", pullQueries);
        requirePositive("statements", statements);
        requirePositive("pull time", pullTime.toMillis());
        requirePositive("request time", requestTime.toMillis());
        requirePositive("stall time", stallTime.toMillis());
        requirePositive("idle time", idleTime.toMillis());
        requirePositive("heartbeat", heartbeat.toMillis());
        if (pushTime.isNegative() || shutdownTime.isNegative()) {
            throw new IllegalArgumentException("push time and shutdown time must not be negative");
        }
    }

    private static void requirePositive(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + ": must be greater than 0, is " + value);
        }
    }
}
