package io.nrtstreams.connect.mock.realistic;

import io.nrtstreams.connect.mock.feed.City;
import io.nrtstreams.connect.mock.feed.Feed;
import io.nrtstreams.connect.mock.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The profile whose feeds tell of one world: seasons, days and weeks, weather that lasts, load that follows the
 * weather, viewers with tastes, devices with a memory. What is behind the values is published in {@code docs/feeds.md}.
 */
public final class Realistic {
    /** The most devices that a feed has. */
    public static final int MOST_DEVICES = 1_000_000;

    private static final int VIEWERS = 10;
    private static final int HOUSES = 3;
    private static final int SENSORS = 20;

    private static final Map<String, Kind> FEEDS = new LinkedHashMap<>();

    static {
        FEEDS.put("tiktok", new Kind(VIEWERS, MOST_DEVICES, TiktokFeed::new));
        FEEDS.put("energy", new Kind(HOUSES, MOST_DEVICES, EnergyFeed::new));
        FEEDS.put("weather", new Kind(City.ALL.size(), City.ALL.size(), WeatherFeed::new));
        FEEDS.put("iot", new Kind(SENSORS, MOST_DEVICES, Realistic::iot));
    }

    private Realistic() {}

    /**
     * A feed of the profile.
     *
     * @param usual how many devices it has by default
     * @param most how many it has at most
     */
    private record Kind(int usual, int most, Maker maker) {}

    private interface Maker {
        Feed feed(World world, int devices);
    }

    /** The names of the feeds the profile has. */
    public static List<String> names() {
        return List.copyOf(FEEDS.keySet());
    }

    /**
     * How many devices a feed has where nothing else is said: as many as the prototype.
     *
     * @throws IllegalArgumentException if the profile has no feed of that name
     */
    public static int defaultDevices(String name) {
        return kind(name).usual;
    }

    /**
     * How many devices a feed may have.
     *
     * @throws IllegalArgumentException if the profile has no feed of that name
     */
    public static int mostDevices(String name) {
        return kind(name).most;
    }

    /**
     * The feed of a name. The first devices are the same however many there are.
     *
     * @param devices from 1 to {@link #mostDevices}
     * @throws IllegalArgumentException if the profile has no feed of that name, or it cannot have so many devices
     */
    public static Feed feed(String name, long seed, int devices) {
        Kind kind = kind(name);
        requireDevices(name, devices, kind.most);
        return kind.maker.feed(World.of(seed), devices);
    }

    /**
     * The feed {@code iot} in the manner of the prototype, which had none: the same devices and form, but values that
     * are uniform within their ranges and independent of each other.
     *
     * @param devices from 1 to {@link #MOST_DEVICES}
     * @throws IllegalArgumentException if it cannot have so many devices
     */
    public static Feed iotPrototype(long seed, int devices) {
        requireDevices("iot", devices, MOST_DEVICES);
        World world = World.of(seed);
        return new IotFeed(world.devices(), new UniformSensors(seed, world.houses()), devices);
    }

    private static Feed iot(World world, int devices) {
        return new IotFeed(world.devices(), new WorldSensors(world), devices);
    }

    private static Kind kind(String name) {
        Kind kind = FEEDS.get(name);
        if (kind == null) {
            throw new IllegalArgumentException("the realistic profile has no feed " + name);
        }
        return kind;
    }

    private static void requireDevices(String name, int devices, int most) {
        if (devices < 1 || devices > most) {
            throw new IllegalArgumentException(
                    "the feed " + name + " has from 1 to " + most + " devices, not " + devices);
        }
    }
}
