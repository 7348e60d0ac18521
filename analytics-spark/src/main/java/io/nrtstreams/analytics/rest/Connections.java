package io.nrtstreams.analytics.rest;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import java.util.IdentityHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cuts off connections that hold their place without asking anything: a client over HTTP/1.1 has
 * {@link RestLimits#requestTime} for its first request's head, and each has {@link RestLimits#idleTime} from its last
 * answer to its next request, however many bytes of a head trickle in. Used on one event loop.
 */
final class Connections {

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    private final Vertx vertx;
    private final RestLimits limits;
    private final IdentityHashMap<HttpConnection, Watch> watches = new IdentityHashMap<>();

    private static final class Watch {
        private int requests;
        private long timer;
    }

    Connections(Vertx vertx, RestLimits limits) {
        this.vertx = vertx;
        this.limits = limits;
    }

    void opened(HttpConnection connection) {
        Watch watch = new Watch();
        watches.put(connection, watch);
        connection.closeHandler(closed -> {
            vertx.cancelTimer(watch.timer);
            watches.remove(connection);
        });
        connection.exceptionHandler(error -> LOG.debug("connection failed: {}", error.toString()));
        boolean isHttp2 = connection.getWindowSize() >= 0;
        await(connection, watch, (isHttp2 ? limits.idleTime() : limits.requestTime()).toMillis());
    }

    private void await(HttpConnection connection, Watch watch, long millis) {
        watch.timer = vertx.setTimer(millis, late -> connection.close());
    }

    void begun(HttpConnection connection) {
        Watch watch = watches.get(connection);
        if (watch != null && watch.requests++ == 0) {
            vertx.cancelTimer(watch.timer);
        }
    }

    void over(HttpConnection connection) {
        Watch watch = watches.get(connection);
        if (watch != null && --watch.requests == 0) {
            await(connection, watch, limits.idleTime().toMillis());
        }
    }

    int count() {
        return watches.size();
    }
}
