package io.nrtstreams.connect.cleaning.metrics;

import io.nrtstreams.connect.kit.metrics.Metric;

/** The metrics of a transform. */
public enum CleaningMetric {
    RECORDS("records-total", "Records that came, without tombstones and what was rejected before."),
    CHANGED("records-changed-total", "Records whose key or value the transform changed."),
    REJECTED("records-rejected-total", "Records that were set aside."),
    DROPPED("records-dropped-total", "Records that were left out."),
    FLAGGED("records-flagged-total", "Records that went on with a flag in their headers."),
    RULE_SEEN("rule-seen-total", "Fields that the rule looked at, those without a value included."),
    RULE_CHANGED("rule-changed-total", "Fields whose value the rule changed, other than by its else."),
    RULE_FAILED(
            "rule-failed-total",
            "Fields whose value did not fit; the tag action says what became of them: reject, fail, drop, null, default or"
                    + " keep.");

    private final String metricName;
    private final String doc;

    CleaningMetric(String metricName, String doc) {
        this.metricName = metricName;
        this.doc = doc;
    }

    /** Its name and what it counts. */
    public Metric metric() {
        return new Metric(metricName, doc);
    }
}
