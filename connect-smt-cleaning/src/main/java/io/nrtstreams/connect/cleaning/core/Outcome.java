package io.nrtstreams.connect.cleaning.core;

/** What came of one value: {@link Cleaned} or {@link Refused}. */
public sealed interface Outcome permits Cleaned, Refused {}
