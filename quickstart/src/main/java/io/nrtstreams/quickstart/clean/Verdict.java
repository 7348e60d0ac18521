package io.nrtstreams.quickstart.clean;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What came of one sample.
 *
 * @param number of the line, from 1
 * @param after null where the record did not come through
 * @param hold what held it back, null where nothing did
 */
record Verdict(
        long number,
        Outcome outcome,
        Shown before,
        @Nullable Shown after,
        @Nullable Hold hold) {
    /**
     * What held a record back.
     *
     * @param alias the transform, or {@code converter} where a worker could not write what came out
     * @param field the field that was wrong; empty, as are the next, where there is none
     * @param rule the rule that it broke
     * @param reason what was expected
     */
    record Hold(String alias, String field, String rule, String reason) {}

    /** What may come of one. */
    enum Outcome {
        CLEANED,
        UNCHANGED,
        REJECTED,
        DROPPED,
        FAILED;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
