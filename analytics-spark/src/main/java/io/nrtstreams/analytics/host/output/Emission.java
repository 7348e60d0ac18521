package io.nrtstreams.analytics.host.output;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.Suggestions;
import java.util.List;
import java.util.Locale;

/** Which changes of a table are written. Rows of a stream are all written. */
public enum Emission {
    /** Every change, as a program reading the topic would see without a cache in between. */
    EVERY_CHANGE("every-change"),

    /** Of the changes that a task makes of a key within a batch, only the last. */
    PER_BATCH("per-batch");

    /** The property that chooses. */
    public static final String PROPERTY = "nrt.emission";

    private final String text;

    Emission(String text) {
        this.text = text;
    }

    /**
     * The emission of a property's value.
     *
     * @throws SqlException when there is none of this name
     */
    public static Emission of(String value) {
        for (Emission emission : values()) {
            if (emission.text.equals(value.strip().toLowerCase(Locale.ROOT))) {
                return emission;
            }
        }
        throw new SqlException("The property " + PROPERTY + " is " + EVERY_CHANGE.text + " or " + PER_BATCH.text
                + ", not " + value + "." + Suggestions.didYouMean(value, List.of(EVERY_CHANGE.text, PER_BATCH.text)));
    }

    /** The value of the property. */
    public String text() {
        return text;
    }
}
