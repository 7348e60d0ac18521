package io.nrtstreams.sql.host;

import io.nrtstreams.sql.row.TopicRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Several queries in this process, each of which may read what others write. A record goes to the queries in the order in
 * which they were added; what they write goes to the queries that read it once all of them have seen the record. Results get
 * partition 0 and the topic's next offset. Single-threaded.
 */
public final class DirectQueries {

    private final List<DirectHost> queries = new ArrayList<>();
    private final Map<String, Long> nextOffsets = new HashMap<>();

    /** Adds a query that has a sink; it sees the records from now on. */
    public void add(DirectHost query) {
        queries.add(query);
    }

    /**
     * Runs a record through all queries, and gives all records that they write.
     *
     * @throws io.nrtstreams.sql.SqlException when a query's state limit is reached
     */
    public void process(TopicRecord record, Consumer<TopicRecord> out) {
        Deque<TopicRecord> waiting = new ArrayDeque<>();
        for (TopicRecord next = record; next != null; next = waiting.poll()) {
            for (DirectHost query : queries) {
                if (query.topics().contains(next.topic())) {
                    query.process(next, result -> {
                        TopicRecord written = written(result);
                        out.accept(written);
                        waiting.add(written);
                    });
                }
            }
        }
    }

    private TopicRecord written(TopicRecord result) {
        long offset = nextOffsets.merge(result.topic(), 1L, Long::sum) - 1;
        return new TopicRecord(
                result.topic(), 0, offset, result.timestamp(), result.key(), result.value(), result.headers());
    }
}
