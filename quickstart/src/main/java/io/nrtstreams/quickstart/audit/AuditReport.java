package io.nrtstreams.quickstart.audit;

import java.util.List;

/**
 * The outcome of an audit.
 *
 * @param feeds each feed once
 * @param findings what is wrong and belongs to no single feed; bounded by the audit
 */
public record AuditReport(List<FeedAudit> feeds, List<String> findings) {
    public AuditReport {
        feeds = List.copyOf(feeds);
        findings = List.copyOf(findings);
    }

    /** Whether nothing at all was found. */
    public boolean clean() {
        return findings.isEmpty() && feeds.stream().allMatch(FeedAudit::clean);
    }
}
