package io.nrtstreams.connect.mock.world.home;

/**
 * The load of a house at an instant by its parts, in kWh per 30 seconds.
 *
 * @param temperatureC outdoors, degrees Celsius
 * @param occupancy 0..1
 * @param base what is always used
 * @param activity the people's
 * @param cooling air conditioning
 * @param heating heating
 * @param appliances how much more or less than usual the appliances use; mean 0
 */
public record Load(
        double temperatureC,
        double occupancy,
        double base,
        double activity,
        double cooling,
        double heating,
        double appliances) {

    /** What the temperature and the hour explain. */
    public double expected() {
        return base + activity + cooling + heating;
    }

    /** The whole, never below 0. */
    public double total() {
        return Math.max(0, expected() + appliances);
    }
}
