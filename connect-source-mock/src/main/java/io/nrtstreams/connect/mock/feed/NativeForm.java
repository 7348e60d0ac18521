package io.nrtstreams.connect.mock.feed;

/** How a device writes its values as text; the fields come in the order of the schema. */
public enum NativeForm {
    /** One line of columns without names; numbers as Python prints them. */
    CSV,
    /** {@code str()} of a Python dict. */
    PYTHON_DICT,
    /** A JSON object, without the fields that are null. */
    JSON
}
