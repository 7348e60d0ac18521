package io.nrtstreams.quickstart.audit;

import java.util.List;

/**
 * What is in S3 of one topic, against what is in Kafka.
 *
 * @param topic the topic
 * @param inKafka committed records in the topic
 * @param rejected records of it in a dead letter queue
 * @param stored distinct records of it in S3
 * @param missing records that are neither stored nor rejected
 * @param doubled records stored more than once, or stored and rejected, or stored and not in Kafka
 * @param objects objects that hold them
 * @param bytes size of these objects
 * @param findings a sentence for everything that is wrong, with partition and offsets
 * @param notes what a reader should know though nothing is wrong
 */
record TopicAudit(
        String topic,
        long inKafka,
        long rejected,
        long stored,
        long missing,
        long doubled,
        long objects,
        long bytes,
        List<String> findings,
        List<String> notes) {
    TopicAudit {
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }

    /** A topic of which nothing is stored by anybody who is audited. */
    static TopicAudit nothingOf(String topic) {
        return new TopicAudit(topic, 0, 0, 0, 0, 0, 0, 0, List.of(), List.of());
    }

    boolean clean() {
        return findings.isEmpty();
    }
}
