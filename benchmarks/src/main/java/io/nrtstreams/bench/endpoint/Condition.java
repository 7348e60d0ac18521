package io.nrtstreams.bench.endpoint;

import org.jspecify.annotations.Nullable;

/** The condition of a write. */
enum Condition {
    NONE,
    ABSENT;

    /** Of the header {@code If-None-Match}, for which S3 knows no value but the asterisk. */
    static Condition of(@Nullable String ifNoneMatch) throws Refusal {
        if (ifNoneMatch == null) {
            return NONE;
        }
        if (!ifNoneMatch.equals("*")) {
            throw Refusal.unsupported("If-None-Match takes * only");
        }
        return ABSENT;
    }
}
