package io.nrtstreams.connect.mock.world.home;

import io.nrtstreams.connect.mock.world.noise.Noise;
import io.nrtstreams.connect.mock.world.noise.Spells;
import java.time.Duration;

/**
 * What appliances make of a house's load: the refrigerator's cycles, long runs (washing, cooking) and short ones
 * (kettle, iron), and days that are busier than others. It has mean 0 at any hour, since each appliance is counted
 * from its own mean and runs are scaled by occupancy; so it does not bias a fit, but it has memory.
 */
final class Appliances {
    /** kWh per 30 s. */
    private static final double FRIDGE = 0.0010;

    private static final double LONG_RUN = 0.0080;
    private static final double SHORT_RUN = 0.0075;
    private static final double UNEVEN = 0.00035;

    private final Spells fridge;
    private final Spells longRuns;
    private final Spells shortRuns;
    private final Noise days;
    private final Noise minutes;

    Appliances(long seed) {
        fridge = Spells.of(
                seed, "houses.fridge", Duration.ofMinutes(47), 1, Duration.ofMinutes(14), Duration.ofMinutes(20));
        longRuns = Spells.of(
                seed, "houses.long", Duration.ofMinutes(97), 0.4, Duration.ofMinutes(15), Duration.ofMinutes(70));
        shortRuns = Spells.of(
                seed, "houses.short", Duration.ofMinutes(19), 0.35, Duration.ofMinutes(2), Duration.ofMinutes(8));
        days = Noise.of(seed, "houses.days", Duration.ofHours(17));
        minutes = Noise.of(seed, "houses.minutes", Duration.ofMinutes(12));
    }

    double deviation(int house, double seconds, double occupancy) {
        double runs = LONG_RUN * longRuns.deviation(house, seconds) + SHORT_RUN * shortRuns.deviation(house, seconds);
        return FRIDGE * fridge.deviation(house, seconds)
                + occupancy * runs
                + UNEVEN * (0.8 * days.at(house, seconds) + 0.6 * minutes.at(house, seconds));
    }
}
