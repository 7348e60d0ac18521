package io.nrtstreams.connect.s3.path;

import java.time.ZoneId;
import java.util.Locale;

/**
 * How times are read and shown in paths.
 *
 * @param zone of the dates and hours in a path
 * @param locale of the names of months and days in a path
 */
public record TimeSettings(ZoneId zone, Locale locale) {}
