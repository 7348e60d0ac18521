package io.nrtstreams.sql.tree;

import org.jspecify.annotations.Nullable;

/**
 * Where a node begins in the text; both count from 1. Two positions are always equal, so that trees compare by what they
 * say and not by how they were laid out.
 */
public final class Position {

    /** Of nodes that no text holds. */
    public static final Position NONE = new Position(0, 0);

    private final int line;
    private final int column;

    public Position(int line, int column) {
        this.line = line;
        this.column = column;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }

    public boolean isKnown() {
        return line > 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Position;
    }

    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
