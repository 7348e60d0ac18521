package io.nrtstreams.connect.mock.world.device;

/** The kinds of devices; devices go round them in this order. */
public enum Kind {
    /** On a wrist: heart rate, steps, blood oxygen. */
    SMART_WATCH("smart_watch", "watch"),
    /** In a pocket: position, signal, screen. */
    PHONE("phone", "phone"),
    /** In a house: indoor climate, set point, mode. */
    THERMOSTAT("thermostat", "thermostat"),
    /** At a street: particles, carbon dioxide, outdoor climate. */
    AIR_QUALITY("air_quality", "air");

    private final String label;
    private final String prefix;

    Kind(String label, String prefix) {
        this.label = label;
        this.prefix = prefix;
    }

    /** The text it has in records. */
    public String label() {
        return label;
    }

    /** What the ids of its devices begin with. */
    public String prefix() {
        return prefix;
    }
}
