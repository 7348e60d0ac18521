package io.nrtstreams.quickstart.audit;

import java.util.List;

/**
 * The outcome of an audit.
 *
 * @param feeds one entry a feed, in the order of their names
 * @param objects objects in S3 that hold their records
 * @param bytes size of these objects
 */
public record AuditReport(List<FeedAudit> feeds, long objects, long bytes) {
    public AuditReport {
        feeds = List.copyOf(feeds);
    }

    /** Whether nothing is missing, nothing doubled and nothing else was found. */
    public boolean clean() {
        return feeds.stream().allMatch(FeedAudit::clean);
    }
}
