package io.nrtstreams.quickstart.audit;

import java.util.List;

/**
 * The outcome of an audit.
 *
 * @param feeds each feed once
 * @param findings what is wrong and belongs to no single feed; bounded by the audit
 * @param notes what a reader should know though nothing is wrong, such as objects that are not the sink's; bounded by the
 *     audit
 */
public record AuditReport(List<FeedAudit> feeds, List<String> findings, List<String> notes) {
    public AuditReport {
        feeds = List.copyOf(feeds);
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }

    /** A report without notes. */
    public AuditReport(List<FeedAudit> feeds, List<String> findings) {
        this(feeds, findings, List.of());
    }

    /** Whether nothing at all was found. */
    public boolean clean() {
        return findings.isEmpty() && feeds.stream().allMatch(FeedAudit::clean);
    }
}
