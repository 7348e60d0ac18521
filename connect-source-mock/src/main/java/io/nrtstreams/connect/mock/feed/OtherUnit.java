package io.nrtstreams.connect.mock.feed;

/**
 * A unit that a value might be sent in by mistake: {@code value * factor + offset}.
 *
 * @param name of the unit, e.g. degF
 * @param factor what the value is multiplied with
 * @param offset what is added then
 */
public record OtherUnit(String name, double factor, double offset) {
    /** Fahrenheit in place of Celsius. */
    public static final OtherUnit FAHRENHEIT = new OtherUnit("degF", 1.8, 32);

    /** Watt hours in place of kilowatt hours. */
    public static final OtherUnit WATT_HOURS = new OtherUnit("Wh", 1000, 0);

    /** Milliseconds in place of seconds. */
    public static final OtherUnit MILLISECONDS = new OtherUnit("ms", 1000, 0);

    /** Inches of mercury in place of millibars. */
    public static final OtherUnit INCHES_OF_MERCURY = new OtherUnit("inHg", 0.02953, 0);

    /** The value in this unit. */
    public double of(double value) {
        return value * factor + offset;
    }
}
