package io.nrtstreams.connect.mock.world.home;

/**
 * A house and the published truth about its load: at an instant it is
 *
 * <pre>
 * base + activity * occupancy(local time - lateHours)
 *      + cooling * max(0, T - coolAboveC) + heating * max(0, heatBelowC - T)
 *      + appliances + measurement error
 * </pre>
 *
 * with the outdoor temperature T of its place, in kWh per 30 seconds. Appliances and measurement error have mean 0.
 * It is the same for all seeds.
 *
 * @param id the user's number
 * @param place number of its place in {@code City.ALL}
 * @param squareMetres size
 * @param insulation 0 (none) to 1
 * @param base kWh per 30 s that are always used
 * @param activity kWh per 30 s more when occupancy is 1
 * @param coolAboveC outdoor temperature above which it is cooled, degrees Celsius
 * @param cooling kWh per 30 s for each degree above
 * @param heatBelowC outdoor temperature below which it is heated, degrees Celsius
 * @param heating kWh per 30 s for each degree below
 * @param occupancy the people's hours
 * @param lateHours how much later than {@code occupancy} they live
 */
public record House(
        int id,
        int place,
        int squareMetres,
        double insulation,
        double base,
        double activity,
        double coolAboveC,
        double cooling,
        double heatBelowC,
        double heating,
        Occupancy occupancy,
        double lateHours) {

    /** How busy its people are at a local time in seconds from 1970-01-01T00:00 on the clock. */
    public double occupancyAt(double localSeconds) {
        return occupancy.at(localSeconds - lateHours * 3600);
    }
}
