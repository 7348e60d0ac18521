package io.nrtstreams.sql.function;

/**
 * A parameter as a call sees it.
 *
 * @param literal whether only a literal can be given
 */
record SqlParameter(String name, String description, ParameterType type, boolean variadic, boolean literal) {

    /** As signatures show it. */
    String text() {
        return variadic ? type + "..." : type.toString();
    }
}
