package io.nrtstreams.analytics.rest;

/** Answers one kind of request, on the event loop. What it throws becomes the answer. */
@FunctionalInterface
interface Endpoint {

    void answer(Exchange exchange);
}
