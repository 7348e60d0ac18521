package io.nrtstreams.analytics.rest;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.buffer.Buffer;

/** GET /metrics: all figures in Prometheus' text format 0.0.4. */
final class Scrape implements Endpoint {

    private final PrometheusMeterRegistry registry;
    private final Workers workers;

    Scrape(PrometheusMeterRegistry registry, Workers workers) {
        this.registry = registry;
        this.workers = workers;
    }

    @Override
    public void answer(Exchange exchange) {
        exchange.answerBy(workers::statement, () -> {
            Buffer text = Buffer.buffer(registry.scrape());
            return () -> exchange.answer(200, "text/plain; version=0.0.4; charset=utf-8", text);
        });
    }
}
