package io.nrtstreams.connect.mock.series;

/**
 * The kinds of defect that are planted on purpose, in the order in which they go before one another; a record carries
 * the label of its own in the header {@link #HEADER}.
 */
public enum DirtKind {
    /** The answer of a service that refused, in place of a record. */
    ERROR_BODY("error.body", "that are the refusal of a service"),
    /** The text is cut short, so that it is no record any more. */
    MALFORMED("malformed", "whose text is cut short (output json and native)"),
    /** No value at all, for the record's key. */
    TOMBSTONE("tombstone", "that have a key and no value"),
    /** One column or entry is gone. */
    MISSING_FIELD("missing.field", "that lack one column or entry"),
    /** The text of one number is the word {@code Null}. */
    NULL_TOKEN("null.token", "one of whose numbers is the word Null"),
    /** One number is another word. */
    WRONG_TYPE("wrong.type", "one of whose numbers is another word"),
    /** One number is impossible. */
    OUT_OF_RANGE("out.of.range", "one of whose numbers is impossible"),
    /** One number is in another unit. */
    UNIT_MIX_UP("unit.mix.up", "one of whose numbers is in another unit"),
    /** A field more than the others have, as devices send of which some got an update. */
    SCHEMA_CHANGE("schema.change", "that have a further field, as of devices with new firmware"),
    /** The same as the record of its device before it: key, value and time. */
    DUPLICATE("duplicate", "that are the record of their device before them once more"),
    /** Its event time is long past. */
    LATE("late", "whose event time is up to dirt.late.by before the time at which they come"),
    /** Its event time is before that of the record of its device before it. */
    OUT_OF_ORDER("out.of.order", "whose event time is before that of the record of their device before them");

    /** The header that names the kind. */
    public static final String HEADER = "nrt.dirt";

    private final String label;
    private final String meaning;

    DirtKind(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    /** The header's value, and the last part of the configuration key {@code dirt.<label>}. */
    public String label() {
        return label;
    }

    /** What these records are, as the end of a sentence that begins with: the share of records. */
    public String meaning() {
        return meaning;
    }

    /** Whether the record's value is a good one, and only its time or its number is not. */
    public boolean isOfTime() {
        return this == DUPLICATE || this == LATE || this == OUT_OF_ORDER;
    }
}
