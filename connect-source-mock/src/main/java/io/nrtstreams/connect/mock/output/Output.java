package io.nrtstreams.connect.mock.output;

import java.util.Locale;

/** The form of a record's value. */
public enum Output {
    /** A Struct with its schema. */
    STRUCT("struct"),
    /** A schemaless map, nested as the Struct is. */
    MAP("map"),
    /** The text of a JSON object. */
    JSON("json"),
    /** The text that the device itself writes. */
    NATIVE("native");

    private final String label;

    Output(String label) {
        this.label = label;
    }

    /** The name in a configuration. */
    public String label() {
        return label;
    }

    /** The output of a label, in any case. */
    public static Output of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
