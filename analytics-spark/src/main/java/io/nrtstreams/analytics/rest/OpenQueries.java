package io.nrtstreams.analytics.rest;

import io.nrtstreams.analytics.sql.ErrorCode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The queries that clients wait for, and the places there are for them: what is beyond {@link RestLimits} is refused, so
 * there is never more waiting than that. Thread-safe.
 */
final class OpenQueries {

    private static final int WAITING_PER_PULL = 16;

    private final RestLimits limits;
    private final AtomicInteger all = new AtomicInteger();
    private final AtomicInteger pushes = new AtomicInteger();
    private final Set<QueryPump> pumps = ConcurrentHashMap.newKeySet();
    private final Map<String, QueryPump> byId = new ConcurrentHashMap<>();

    OpenQueries(RestLimits limits) {
        this.limits = limits;
    }

    /** A query's place. Thread-safe; letting go more than once is fine, and nothing is taken after it. */
    final class Place {
        private boolean isPush;
        private boolean isFree;
        private Optional<String> id = Optional.empty();
        private Optional<QueryPump> pump = Optional.empty();

        /** @throws RefusedRequest when as many push queries run as may */
        synchronized void push() {
            if (isFree) {
                return;
            }
            isPush = true;
            if (pushes.incrementAndGet() > limits.pushQueries()) {
                throw new RefusedRequest(
                        ErrorCode.TOO_MANY_PUSH_QUERIES,
                        "as many push queries run as may, " + limits.pushQueries()
                                + ": close one with /close-query, or raise the limit of the server");
            }
        }

        synchronized void take(QueryPump running, Optional<String> queryId) {
            if (isFree) {
                return;
            }
            pump = Optional.of(running);
            id = queryId;
            pumps.add(running);
            queryId.ifPresent(name -> byId.put(name, running));
        }

        synchronized void free() {
            if (!isFree) {
                isFree = true;
                all.decrementAndGet();
                if (isPush) {
                    pushes.decrementAndGet();
                }
                pump.ifPresent(pumps::remove);
                id.ifPresent(byId::remove);
            }
        }
    }

    /** @throws RefusedRequest when too much waits already */
    Place place() {
        Place place = new Place();
        if (all.incrementAndGet() > limits.pushQueries() + limits.pullQueries() * (1 + WAITING_PER_PULL)) {
            place.free();
            throw new RefusedRequest(
                    ErrorCode.TOO_MANY_REQUESTS, "too many queries wait already: send this one again later");
        }
        return place;
    }

    /** Ends the query of this id; whether there is one. */
    boolean end(String id, String message) {
        QueryPump pump = byId.get(id);
        if (pump != null) {
            pump.end(message);
        }
        return pump != null;
    }

    void endAll(String message) {
        pumps.forEach(pump -> pump.end(message));
    }

    int pushes() {
        return pushes.get();
    }

    int all() {
        return all.get();
    }
}
