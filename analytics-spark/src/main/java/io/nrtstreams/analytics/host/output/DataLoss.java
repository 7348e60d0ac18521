package io.nrtstreams.analytics.host.output;

import io.nrtstreams.sql.SqlException;
import io.nrtstreams.sql.Suggestions;
import java.util.List;
import java.util.Locale;

/** What is done when records are gone before they were read. */
public enum DataLoss {
    /** The query stops and says what is lost, until somebody decides. */
    FAIL,
    /** The query goes on with the first record that is there. */
    CONTINUE;

    /** The property that chooses. */
    public static final String PROPERTY = "nrt.on.data.loss";

    /**
     * The choice of a property's value.
     *
     * @throws SqlException when there is none of this name
     */
    public static DataLoss of(String value) {
        for (DataLoss choice : values()) {
            if (choice.text().equals(value.strip().toLowerCase(Locale.ROOT))) {
                return choice;
            }
        }
        throw new SqlException("The property " + PROPERTY + " is fail or continue, not " + value + "."
                + Suggestions.didYouMean(value, List.of("fail", "continue")));
    }

    /** The value of the property. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
