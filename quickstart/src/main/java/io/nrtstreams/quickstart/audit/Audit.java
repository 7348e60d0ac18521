package io.nrtstreams.quickstart.audit;

import io.nrtstreams.connect.s3.storage.ObjectStore;
import java.util.List;

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

    /**
     * Audits the objects below a prefix against a log; nothing of it may have been rejected.
     *
     * @throws io.nrtstreams.connect.s3.storage.StoreException if the store cannot be read
     */
    static AuditReport ofALake(ProducedLog log, ObjectStore store, String prefix) {
        LakeAudit lake = new LakeAudit(log, store, prefix);
        LakeAudit.Inventory inventory = lake.inventory();
        List<TopicAudit> topics = inventory.topics().stream()
                .map(topic -> lake.audit(topic, DeadLetters.none()))
                .toList();
        return SystemAudit.report(topics.stream().map(FeedAudit::ofTopic).toList(), topics, inventory);
    }
}
