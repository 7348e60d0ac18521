package io.nrtstreams.quickstart.audit;

import java.util.List;

/**
 * One feed from its seed to S3.
 *
 * @param name the feed, or the topic of a replayed one
 * @param topic the topic it is produced to
 * @param produced records that the source offsets say were produced
 * @param cleaned records of the topic that no dead letter queue holds
 * @param rejected records rerouted by the source's transforms or sent to a dead letter queue by the sink's
 * @param stored distinct records in S3
 * @param missing records that should be in Kafka, or in S3, and are not
 * @param doubled records that are there more often than they should be
 * @param findings a sentence for everything that is wrong
 */
public record FeedAudit(
        String name,
        String topic,
        long produced,
        long cleaned,
        long rejected,
        long stored,
        long missing,
        long doubled,
        List<String> findings) {
    public FeedAudit {
        findings = List.copyOf(findings);
    }

    public boolean clean() {
        return missing == 0 && doubled == 0 && findings.isEmpty();
    }
}
