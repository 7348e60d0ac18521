package io.nrtstreams.bench.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A feed to poll.
 *
 * @param name names it in measures
 * @param traits how the connectors are configured for it
 */
record PollWorkload(String name, List<String> traits) {
    /** In the order of the table. */
    static final List<PollWorkload> ALL = List.of(
            of("tiktok", "struct"),
            of("energy", "struct"),
            of("weather", "struct"),
            of("iot", "struct"),
            of("tiktok", "struct", "realistic"),
            of("energy", "struct", "realistic"),
            of("weather", "struct", "realistic"),
            of("iot", "struct", "realistic"),
            of("custom_orders", "struct"),
            of("custom_pageviews", "struct"),
            of("tiktok", "native"),
            of("energy", "native"),
            of("weather", "native"));

    /** A feed whose records come as fast as they can; traits other than {@code struct} are part of the name. */
    private static PollWorkload of(String feed, String... traits) {
        List<String> all = new ArrayList<>(List.of("backfill", feed));
        all.addAll(List.of(traits));
        String variant = Stream.of(traits)
                .filter(trait -> !trait.equals("struct"))
                .map(trait -> "_" + trait)
                .collect(Collectors.joining());
        return new PollWorkload(feed + variant, all);
    }

    PollWorkload {
        traits = List.copyOf(traits);
    }
}
