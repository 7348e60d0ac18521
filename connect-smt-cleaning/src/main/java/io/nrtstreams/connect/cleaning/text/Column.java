package io.nrtstreams.connect.cleaning.text;

/**
 * A declared field, or the elements of a declared array or map.
 *
 * @param path its path from the outermost record; that of elements ends in {@code [*]}
 * @param declaration e.g. {@code lat:float64}, as the rule that a refusal names
 */
record Column(String path, String declaration, Form form) {
    /** What a value must be in order to fit, in words. */
    String expected() {
        return form.expected();
    }
}
