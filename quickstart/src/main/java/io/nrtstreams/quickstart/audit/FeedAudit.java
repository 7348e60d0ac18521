package io.nrtstreams.quickstart.audit;

import java.util.List;

/**
 * What became of the records of one feed; all counts are of records since the feed began.
 *
 * @param name the feed
 * @param topic where its records go
 * @param produced records that the source made
 * @param cleaned records in the topic that were accepted
 * @param rejected records that were put aside with a reason
 * @param stored records found in the lake
 * @param missing records that should be in the lake and are not
 * @param doubled records that are in the lake more than once
 * @param findings what is wrong, in words: topic, partition and offsets, never a value; bounded by the audit
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

    /** Of a topic whose source is not known. */
    static FeedAudit ofTopic(TopicAudit topic) {
        return new FeedAudit(
                topic.topic(),
                topic.topic(),
                topic.inKafka(),
                topic.inKafka() - topic.rejected(),
                topic.rejected(),
                topic.stored(),
                topic.missing(),
                topic.doubled(),
                topic.findings());
    }

    /** Whether nothing is missing, nothing doubled and nothing else was found. */
    public boolean clean() {
        return missing == 0 && doubled == 0 && findings.isEmpty();
    }
}
