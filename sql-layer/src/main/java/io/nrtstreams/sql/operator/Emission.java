package io.nrtstreams.sql.operator;

/**
 * What an aggregate over windows gives.
 *
 * @param isFinal one result when the window is closed, instead of one with each row
 * @param keepsBefore whether somebody reads the row before a change
 */
record Emission(boolean isFinal, boolean keepsBefore) {}
