package io.nrtstreams.quickstart.clean;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of one sample.
 *
 * @param number of the line, from 1
 * @param before the JSON of the value
 * @param after the JSON of the value afterwards, null where the record did not come through
 * @param flags the headers that flag it
 * @param alias the transform that held it back, empty where none did, as are the next
 * @param field the field that was wrong
 * @param rule the rule that it broke
 * @param reason what was expected
 */
record Verdict(
        long number,
        Outcome outcome,
        String before,
        @Nullable String after,
        Map<String, String> flags,
        String alias,
        String field,
        String rule,
        String reason) {
    Verdict(long number, Outcome outcome, String before, String after, Map<String, String> flags) {
        this(number, outcome, before, after, flags, "", "", "", "");
    }

    static Verdict of(
            long number, Outcome outcome, String before, String alias, String field, String rule, String reason) {
        return new Verdict(number, outcome, before, null, Map.of(), alias, field, rule, reason);
    }

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
