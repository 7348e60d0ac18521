package io.nrtstreams.analytics.sql;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The queries that run for clients and can be ended by others. Thread-safe. */
final class PushRegistry implements AutoCloseable {

    private final Map<String, Open> open = new ConcurrentHashMap<>();

    /** A query that runs for a client. */
    record Open(String id, String text, QueryRun run) {}

    /** The run, known here under its id until it is closed. */
    QueryRun register(QueryRun run, String text) {
        return run.header()
                .queryId()
                .<QueryRun>map(id -> {
                    open.put(id, new Open(id, text, run));
                    return new Registered(id, run);
                })
                .orElse(run);
    }

    private final class Registered implements QueryRun {

        private final String id;
        private final QueryRun run;

        Registered(String id, QueryRun run) {
            this.id = id;
            this.run = run;
        }

        @Override
        public ResultHeader header() {
            return run.header();
        }

        @Override
        public Rows poll(Duration timeout) throws InterruptedException {
            return run.poll(timeout);
        }

        @Override
        public void close() {
            open.remove(id);
            run.close();
        }
    }

    List<Open> all() {
        return open.values().stream().sorted(Comparator.comparing(Open::id)).toList();
    }

    /** Ends a query; whether there was one of this id. */
    boolean end(String id) {
        Open query = open.remove(id);
        if (query == null) {
            return false;
        }
        query.run().close();
        return true;
    }

    @Override
    public void close() {
        open.keySet().forEach(this::end);
    }
}
