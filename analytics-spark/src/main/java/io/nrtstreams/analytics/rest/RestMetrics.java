package io.nrtstreams.analytics.rest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Supplier;

/** What the server counts of itself; docs/reference/sql-metrics.md lists it. Thread-safe. */
final class RestMetrics {

    private final MeterRegistry registry;
    private final Counter refusedAtDoor;
    private final Counter rows;
    private final Counter stalled;
    private final Counter inserted;
    private final Counter insertsFailed;

    RestMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.refusedAtDoor = counter("nrt.rest.unauthorized", "Requests without credentials, or with wrong ones.");
        this.rows = counter("nrt.rest.rows", "Rows given to clients by queries.");
        this.stalled = counter("nrt.rest.stalled", "Queries ended because their reader read nothing for too long.");
        this.inserted = counter("nrt.rest.inserted", "Rows taken by /inserts-stream and acknowledged.");
        this.insertsFailed = counter("nrt.rest.inserts.failed", "Rows refused by /inserts-stream.");
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
    }

    /**
     * @param endpoint the path, without what is variable in it
     * @param status of the answer; 0 when the client was gone before
     */
    void answered(String endpoint, int status, Duration time) {
        Timer.builder("nrt.rest.requests")
                .description("Requests by endpoint and status, with the time to the end of the answer.")
                .tag("endpoint", endpoint)
                .tag("status", Integer.toString(status))
                .register(registry)
                .record(time);
    }

    void refusedAtDoor() {
        refusedAtDoor.increment();
    }

    void rows(int count) {
        rows.increment(count);
    }

    void stalled() {
        stalled.increment();
    }

    void inserted(boolean success) {
        (success ? inserted : insertsFailed).increment();
    }
}
