package io.nrtstreams.analytics;

import io.nrtstreams.analytics.rest.RestServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has to be closed when the process is told to end, in its order. Thread-safe. */
final class Lifetime {
    private static final Logger LOG = LoggerFactory.getLogger(Lifetime.class);

    private final RestServer server;
    private @Nullable Engine engine;

    Lifetime(RestServer server) {
        this.server = server;
    }

    synchronized void owns(Engine started) {
        engine = started;
    }

    /** Closes the server, then stops the queries between two batches, then Spark. */
    synchronized void end() {
        LOG.info("stopping");
        server.close();
        if (engine != null) {
            engine.close();
        }
        LOG.info("stopped");
    }
}
