package io.nrtstreams.connect.cleaning.rules;

/**
 * A rule and its counts.
 *
 * @param rule the rule as it was written
 * @param action what becomes of values that do not fit: reject, fail, drop, null, default or keep
 * @param meter the counts, going on
 */
public record RuleFigures(String rule, String action, RuleMeter meter) {}
