package io.nrtstreams.connect.mock.world.home;

import io.nrtstreams.connect.mock.series.Draws;
import io.nrtstreams.connect.mock.world.climate.Climate;
import io.nrtstreams.connect.mock.world.climate.Places;
import org.jspecify.annotations.Nullable;

/**
 * The houses of a world: the prototype's three, and as many more as are asked for, each following from its number
 * alone. Immutable and thread-safe, but for a table of the {@value #KEPT} houses asked for last, which is safe too:
 * a house is immutable, and where threads race, one is made twice.
 */
public final class Houses {
    private static final House[] FIRST = {
        new House(
                12345434,
                Places.index("Pune"),
                95,
                0.35,
                0.0052,
                0.0048,
                24,
                0.00062,
                17,
                0.00038,
                Occupancy.AT_HOME,
                0),
        new House(
                30000045,
                Places.index("Fullerton"),
                180,
                0.6,
                0.0062,
                0.0064,
                22,
                0.00085,
                16,
                0.00046,
                Occupancy.COMMUTERS,
                0),
        new House(
                37648475,
                Places.index("Los Angeles"),
                120,
                0.5,
                0.0054,
                0.0056,
                21,
                0.00074,
                15,
                0.00052,
                Occupancy.NIGHT_OWLS,
                0.5)
    };

    /** Above all ids of the first houses, and a million below the next round number. */
    private static final int FIRST_ID = 40_000_000;

    private static final int KEPT = 1024;
    private static final double NANOS = 1e9;

    /** Who lives where does not depend on the seed, so that the published coefficients hold for all. */
    private static final Draws TRAITS = Draws.of(0, "houses");

    private static final int SIZE = 0;
    private static final int INSULATION = 1;
    private static final int BASE = 2;
    private static final int ACTIVITY = 3;
    private static final int COOL_ABOVE = 4;
    private static final int COMFORT = 5;
    private static final int OCCUPANCY = 6;
    private static final int LATE = 7;

    private final @Nullable House[] kept = new House[KEPT];
    private final Climate climate;
    private final Appliances appliances;

    /** The houses of a seed in its climate. */
    public Houses(long seed, Climate climate) {
        this.climate = climate;
        this.appliances = new Appliances(seed);
    }

    /** The {@code nth} house, from 0; at most {@link io.nrtstreams.connect.mock.world.noise.Noise#SERIES} of them. */
    public House house(int nth) {
        if (nth < FIRST.length) {
            return FIRST[nth];
        }
        int slot = nth & KEPT - 1;
        House house = kept[slot];
        if (house == null || house.id() != FIRST_ID + nth) {
            house = further(nth);
            kept[slot] = house;
        }
        return house;
    }

    /** The load of the {@code nth} house at an instant in nanoseconds since the epoch. */
    public Load load(int nth, long epochNanos) {
        House house = house(nth);
        double celsius = climate.temperature(house.place(), epochNanos);
        double seconds = epochNanos / NANOS;
        double occupancy = house.occupancyAt(seconds + offset(house, epochNanos));
        return new Load(
                celsius,
                occupancy,
                house.base(),
                house.activity() * occupancy,
                house.cooling() * Math.max(0, celsius - house.coolAboveC()),
                house.heating() * Math.max(0, house.heatBelowC() - celsius),
                appliances.deviation(nth, seconds, occupancy));
    }

    private static int offset(House house, long epochNanos) {
        return Places.clock(house.place()).offset(Math.floorDiv(epochNanos, 1_000_000_000L));
    }

    private static House further(int nth) {
        int squareMetres = TRAITS.between(45, 220, nth, SIZE);
        double insulation = rounded(0.2 + 0.7 * TRAITS.unit(nth, INSULATION), 100);
        double leak = squareMetres / 100.0 * (1.5 - insulation);
        int coolAbove = TRAITS.between(21, 25, nth, COOL_ABOVE);
        return new House(
                FIRST_ID + nth,
                Places.ofDevice(nth),
                squareMetres,
                insulation,
                rounded(0.0044 + 0.000012 * squareMetres * TRAITS.unit(nth, BASE), 1e5),
                rounded(0.0035 + 0.0035 * TRAITS.unit(nth, ACTIVITY), 1e5),
                coolAbove,
                rounded(0.00055 * leak, 1e6),
                coolAbove - TRAITS.between(5, 8, nth, COMFORT),
                rounded(0.0004 * leak, 1e6),
                Occupancy.ALL.get(TRAITS.below(Occupancy.ALL.size(), nth, OCCUPANCY)),
                rounded(2 * TRAITS.unit(nth, LATE) - 1, 4));
    }

    private static double rounded(double value, double parts) {
        return Math.round(value * parts) / parts;
    }
}
