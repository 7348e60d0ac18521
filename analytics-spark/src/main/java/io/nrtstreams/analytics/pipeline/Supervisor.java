package io.nrtstreams.analytics.pipeline;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after running queries, on a thread of its own. */
final class Supervisor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final List<PipelineQuery> queries;
    private final InstantSource clock;
    private final Thread thread = new Thread(this::run, "query-supervisor");

    /** Begins to look after {@code queries}. */
    static Supervisor of(List<PipelineQuery> queries, InstantSource clock) {
        Supervisor supervisor = new Supervisor(queries, clock);
        supervisor.thread.setDaemon(true);
        supervisor.thread.start();
        return supervisor;
    }

    private Supervisor(List<PipelineQuery> queries, InstantSource clock) {
        this.queries = queries;
        this.clock = clock;
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(BETWEEN_LOOKS.toMillis());
                queries.forEach(this::look);
            }
        } catch (InterruptedException e) {
            LOG.debug("stopped looking after the queries");
        }
    }

    /** One query's trouble must not keep the others from being looked after. */
    private void look(PipelineQuery query) {
        try {
            query.supervise(clock.instant());
        } catch (RuntimeException e) {
            LOG.error("cannot look after {}", query.definition().name(), e);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
