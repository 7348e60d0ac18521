package io.nrtstreams.connect.cleaning.core;

/**
 * A value that did not pass, and why. It holds nothing of the value itself, so that it may be logged and written into
 * headers.
 *
 * @param action what becomes of the record
 * @param field the path of the field, empty where the value as a whole was refused
 * @param rule the rule as it was configured
 * @param reason what was expected, and of what kind the value was where that is what was wrong
 */
public record Refused(Action action, String field, String rule, String reason) implements Outcome {
    /** A refusal that sets the record aside. */
    public static Refused reject(String field, String rule, String reason) {
        return new Refused(Action.REJECT, field, rule, reason);
    }
}
