package io.nrtstreams.connect.mock.feed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/** The profile that sends what the original prototype sent: its keys, ids, ranges, texts and cadences. */
public final class Prototype {
    private static final Map<String, LongFunction<Feed>> FEEDS = new LinkedHashMap<>();

    static {
        FEEDS.put("tiktok", TiktokFeed::new);
        FEEDS.put("energy", EnergyFeed::new);
        FEEDS.put("weather", WeatherFeed::new);
    }

    private Prototype() {}

    /** The names of the feeds the profile has. */
    public static List<String> names() {
        return List.copyOf(FEEDS.keySet());
    }

    /**
     * The feed of a name.
     *
     * @throws IllegalArgumentException if the profile has no feed of that name
     */
    public static Feed feed(String name, long seed) {
        LongFunction<Feed> feed = FEEDS.get(name);
        if (feed == null) {
            throw new IllegalArgumentException("the prototype profile has no feed " + name);
        }
        return feed.apply(seed);
    }
}
