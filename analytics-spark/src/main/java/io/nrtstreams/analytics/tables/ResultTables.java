package io.nrtstreams.analytics.tables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nrtstreams.analytics.result.RecentValues;
import io.nrtstreams.analytics.result.Spread;
import io.nrtstreams.analytics.result.TableRows;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The result topics as tables, and how long their rows took: a row's end-to-end latency is the time at which it was
 * seen on its topic minus its {@code last_event_time}, the Kafka timestamp of the newest record that went into it.
 *
 * <p>Thread-safe.
 */
public final class ResultTables {
    /** The column of a result row that holds the time of its newest input record, as ISO-8601 text. */
    public static final String LAST_EVENT_TIME = "last_event_time";
    /** How many rows the latency figures look back over. */
    static final int RECENT_ROWS = 4096;

    private static final Logger LOG = LoggerFactory.getLogger(ResultTables.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Table> tables;
    private final Predicate<String> warm;

    private record Table(LatestRows rows, RecentValues latencies) {}

    /**
     * Tables for {@code topics}.
     *
     * @param warm whether the times of a topic count already
     */
    public ResultTables(Collection<String> topics, Predicate<String> warm) {
        this.tables = new ConcurrentSkipListMap<>();
        this.warm = warm;
        follow(topics);
    }

    /** Holds tables for these topics and no others; those that stay keep their rows. */
    void follow(Collection<String> topics) {
        tables.keySet().retainAll(topics);
        topics.forEach(topic ->
                tables.computeIfAbsent(topic, name -> new Table(new LatestRows(name), new RecentValues(RECENT_ROWS))));
    }

    /**
     * Takes in one record of a result topic.
     *
     * @param live whether it was written after this process began to read, so that its latency means something
     * @param seen when it was seen, epoch milliseconds
     */
    void put(String topic, @Nullable String key, @Nullable String value, boolean live, long seen) {
        Table table = tables.get(topic);
        if (table == null || key == null) {
            return;
        }
        try {
            JsonNode row = value == null ? null : JSON.readTree(value);
            table.rows.put(key, row);
            if (live && row != null && warm.test(topic)) {
                lastEventTime(row).ifPresent(time -> table.latencies.add(seen - time.toEpochMilli()));
            }
        } catch (JsonProcessingException e) {
            LOG.warn("a record of {} is not JSON, so it is not shown; see which other producer writes there", topic);
        }
    }

    private static Optional<Instant> lastEventTime(JsonNode row) {
        try {
            return Optional.ofNullable(row.path(LAST_EVENT_TIME).textValue()).map(Instant::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The names of all tables, sorted. */
    public Collection<String> names() {
        return tables.keySet();
    }

    /** The last {@code limit} rows of a table by key, or empty if there is no such table. */
    public Optional<TableRows> rows(String name, int limit) {
        return Optional.ofNullable(tables.get(name)).map(table -> table.rows.rows(limit));
    }

    /** How long the rows of a topic took from their newest input record until they were seen. */
    public Optional<Spread> endToEndMillis(String topic) {
        return Optional.ofNullable(tables.get(topic)).flatMap(table -> table.latencies.spread());
    }
}
