package io.nrtstreams.sql.analysis;

/** What the rows of a query are for. */
enum Purpose {
    /** To be written to a stream or table: key columns are the key, and all of them must be selected. */
    STORED,
    /** To be read by the query around it; a stream's key may be left out, and is then lost. */
    NESTED,
    /** To be shown: all that is selected is the value, in its order, and the key comes along. */
    SHOWN
}
