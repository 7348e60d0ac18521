package io.nrtstreams.sql.expression;

/** Where in a row a column is found. */
public enum Place {
    KEY,
    VALUE,
    /** A column filled from the origin's headers. */
    HEADER,
    ROWTIME,
    ROWPARTITION,
    ROWOFFSET,
    WINDOWSTART,
    WINDOWEND
}
