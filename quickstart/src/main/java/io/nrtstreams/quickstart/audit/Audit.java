package io.nrtstreams.quickstart.audit;

/**
 * Proves what became of every record. Sources should be paused and sinks drained: what is still under way counts as
 * missing.
 */
@FunctionalInterface
public interface Audit {
    /**
     * Audits every mock source of the worker and every topic that one of its S3 sinks stores.
     *
     * @throws IllegalStateException if Kafka, Connect or S3 cannot be read; the message says which and what to do
     */
    AuditReport run(AuditScope scope);

    /** The audit of the running system. */
    static Audit ofTheWorker() {
        return new WorkerAudit();
    }
}
