package io.nrtstreams.sql.function;

public enum FunctionKind {
    /** A value from values. */
    SCALAR,
    /** A value from rows. */
    AGGREGATE,
    /** Rows from values. */
    TABLE
}
