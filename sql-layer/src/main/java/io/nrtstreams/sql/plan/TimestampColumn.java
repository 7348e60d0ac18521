package io.nrtstreams.sql.plan;

import java.util.Optional;

/**
 * The column that holds the event time.
 *
 * @param format the pattern of a STRING column, of java.time; absent for BIGINT (ms since the epoch) and TIMESTAMP
 */
public record TimestampColumn(String column, Optional<String> format) {}
