package io.nrtstreams.quickstart.audit;

/** Proves what is in the lake against what is in Kafka. */
@FunctionalInterface
public interface Audit {
    /**
     * Looks at everything in scope; the sources are paused and the sinks have caught up, or what is under way is found
     * missing.
     *
     * @throws io.nrtstreams.quickstart.CommandFailure if the broker, the worker or the lake cannot be read
     */
    AuditReport run(AuditScope scope);
}
