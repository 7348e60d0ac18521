package io.nrtstreams.connect.mock.world.device;

/**
 * What a thermostat reads.
 *
 * @param temperatureC indoors, degrees Celsius
 * @param humidity indoors, percent
 * @param setPointC the temperature it keeps to, degrees Celsius
 * @param mode whether it heats or cools
 * @param houseId the user whose house it is in
 * @param outdoorC outdoors, degrees Celsius
 */
public record ThermostatReading(
        double temperatureC, double humidity, double setPointC, Mode mode, int houseId, double outdoorC)
        implements Reading {
    /** What a thermostat does. */
    public enum Mode {
        /** Below the temperature that the house is heated at. */
        HEAT("heat"),
        /** In between. */
        OFF("off"),
        /** Above the temperature that the house is cooled at. */
        COOL("cool");

        private final String label;

        Mode(String label) {
            this.label = label;
        }

        /** The text it has in records. */
        public String label() {
            return label;
        }
    }
}
