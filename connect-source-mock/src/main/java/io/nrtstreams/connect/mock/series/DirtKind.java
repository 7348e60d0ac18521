package io.nrtstreams.connect.mock.series;

/** The kinds of defect that are planted on purpose; a record carries the label of its own in the header {@link #HEADER}. */
public enum DirtKind {
    /** The text is cut short, so that it is no record any more. */
    MALFORMED("malformed"),
    /** The text of one field is the word {@code Null}. */
    NULL_TOKEN("null.token"),
    /** One column or entry is gone. */
    MISSING_FIELD("missing.field"),
    /** The answer of a service that refused, in place of a record. */
    ERROR_BODY("error.body");

    /** The header that names the kind. */
    public static final String HEADER = "nrt.dirt";

    private final String label;

    DirtKind(String label) {
        this.label = label;
    }

    /** The header's value, and the last part of the configuration key {@code dirt.<label>}. */
    public String label() {
        return label;
    }
}
