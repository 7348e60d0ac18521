package io.nrtstreams.connect.cleaning.core;

import java.util.function.LongSupplier;

/**
 * A rule and its counts, which any thread may read at any time.
 *
 * @param field the path of the field, or the name of the check
 * @param rule the rule as it was written
 * @param operation the name of the rule's operation
 * @param action what becomes of values that do not fit: reject, fail, drop, null, default or keep
 * @param seen fields that the rule looked at, those without a value included
 * @param changed fields whose value the rule changed, other than by its {@code else}
 * @param failed fields whose value did not fit
 */
public record RuleFigures(
        String field,
        String rule,
        String operation,
        String action,
        LongSupplier seen,
        LongSupplier changed,
        LongSupplier failed) {}
