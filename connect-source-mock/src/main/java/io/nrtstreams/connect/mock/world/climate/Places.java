package io.nrtstreams.connect.mock.world.climate;

import io.nrtstreams.connect.mock.feed.City;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** The places of every world, numbered as in {@link City#ALL}. */
public final class Places {
    private static final List<WallClock> CLOCKS =
            City.ALL.stream().map(city -> WallClock.of(ZoneId.of(city.zone()))).toList();

    /** Devices go round the places in the order of the first houses: Pune, Fullerton, Los Angeles, then Mumbai. */
    private static final int[] TURNS = {index("Pune"), index("Fullerton"), index("Los Angeles"), index("Mumbai")};

    private Places() {}

    /**
     * The number of the place of that query or name, e.g. {@code Pune India} or {@code Pune}.
     *
     * @throws IllegalArgumentException if there is none; the message names those there are
     */
    public static int index(String queryOrName) {
        for (int i = 0; i < City.ALL.size(); i++) {
            City city = City.ALL.get(i);
            if (city.query().equals(queryOrName) || city.name().equals(queryOrName)) {
                return i;
            }
        }
        throw new IllegalArgumentException("there is no such place; the places are "
                + City.ALL.stream().map(City::query).collect(Collectors.joining(", ")));
    }

    /**
     * The place of that query or name.
     *
     * @throws IllegalArgumentException if there is none; the message names those there are
     */
    public static City named(String queryOrName) {
        return City.ALL.get(index(queryOrName));
    }

    /** The number of the place where the {@code nth} device of a kind is, from 0. */
    public static int ofDevice(int nth) {
        return TURNS[nth % TURNS.length];
    }

    /** The clock of the place of a number. */
    public static WallClock clock(int place) {
        return CLOCKS.get(place);
    }
}
