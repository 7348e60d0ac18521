package io.nrtstreams.connect.cleaning.core;

/**
 * What a rule has to say about a record that goes on. It holds nothing of the value itself.
 *
 * @param field the path of the field
 * @param rule the rule as it was configured
 * @param reason what was expected, and of what kind the value was where that is what was wrong
 */
public record Flag(String field, String rule, String reason) {}
