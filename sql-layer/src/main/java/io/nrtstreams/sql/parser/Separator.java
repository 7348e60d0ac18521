package io.nrtstreams.sql.parser;

/** Writes commas between the elements of a list. */
final class Separator {

    private final StringBuilder out;
    private boolean first = true;

    Separator(StringBuilder out) {
        this.out = out;
    }

    /** To be called before each element. */
    void next() {
        out.append(first ? "" : ", ");
        first = false;
    }
}
