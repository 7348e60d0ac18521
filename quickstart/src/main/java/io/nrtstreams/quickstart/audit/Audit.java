package io.nrtstreams.quickstart.audit;

/**
 * Proves what became of every record. Sources should be paused and sinks drained: what is still under way counts as
 * missing.
 */
@FunctionalInterface
public interface Audit {
    /**
     * Audits every topic of the lake, and every mock source of the worker if there is one to ask.
     *
     * @throws io.nrtstreams.quickstart.CommandFailure if Kafka, Connect or S3 cannot be read; the message says which
     *     and what to do
     */
    AuditReport run(AuditScope scope);

    /** The audit of a running system. */
    static Audit ofTheRunningSystem() {
        return new SystemAudit();
    }
}
