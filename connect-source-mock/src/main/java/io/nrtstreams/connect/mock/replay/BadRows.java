package io.nrtstreams.connect.mock.replay;

/** What becomes of a row that does not hold what is declared. */
public enum BadRows {
    /** The task stops, and says where the row is. */
    FAIL,
    /** It is passed over and counted. */
    SKIP,
    /** Its text goes to the topic of rejects. */
    REJECT
}
