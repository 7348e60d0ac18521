package io.nrtstreams.sql.row;

/**
 * A window of event time, in ms since the epoch. The end of a time window is exclusive; that of a session is the time of
 * its last record.
 */
public record Window(long start, long end) {}
