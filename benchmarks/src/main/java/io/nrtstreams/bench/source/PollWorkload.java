package io.nrtstreams.bench.source;

import java.util.List;

/**
 * A feed to poll.
 *
 * @param name names it in measures
 * @param traits how the connectors are configured for it
 */
record PollWorkload(String name, List<String> traits) {
    /** Values as Structs, but for the last three, which are the texts that devices write. */
    static final List<PollWorkload> ALL = List.of(
            new PollWorkload("tiktok", List.of("struct", "tiktok")),
            new PollWorkload("energy", List.of("struct", "energy")),
            new PollWorkload("weather", List.of("struct", "weather")),
            new PollWorkload("tiktok_native", List.of("native", "tiktok")),
            new PollWorkload("energy_native", List.of("native", "energy")),
            new PollWorkload("weather_native", List.of("native", "weather")));

    PollWorkload {
        traits = List.copyOf(traits);
    }
}
