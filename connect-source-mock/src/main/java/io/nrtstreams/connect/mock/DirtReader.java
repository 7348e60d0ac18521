package io.nrtstreams.connect.mock;

import io.nrtstreams.connect.kit.config.Durations;
import io.nrtstreams.connect.kit.config.Problems;
import io.nrtstreams.connect.mock.dirt.Defects;
import io.nrtstreams.connect.mock.dirt.Dirt;
import io.nrtstreams.connect.mock.feed.Feed;
import io.nrtstreams.connect.mock.output.Output;
import io.nrtstreams.connect.mock.output.Rendering;
import io.nrtstreams.connect.mock.series.DirtKind;
import io.nrtstreams.connect.mock.series.Draws;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the keys of dirt. Not thread-safe. */
final class DirtReader {
    private final SettingsReader settings;
    private final Problems problems;

    DirtReader(SettingsReader settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    /** The dirt of a feed whose values are handed over as {@code output}; what cannot be is noted. */
    Dirt read(Feed feed, Output output, long seed) {
        Rendering rendering = Rendering.of(output, feed.nativeForm());
        Set<DirtKind> possible = Defects.possible(feed.spoilage(), rendering.isText());
        List<Dirt.Rate> rates = new ArrayList<>();
        double sum = 0;
        for (DirtKind kind : DirtKind.values()) {
            String key = DirtKeys.share(kind);
            double share = settings.isWrong(key) ? 0 : settings.number(key).doubleValue();
            sum += share;
            if (share > 0 && !possible.contains(kind)) {
                problems.add(key, impossible(feed, kind, rendering.isText()));
            } else if (share > 0) {
                rates.add(new Dirt.Rate(kind, share, draws(feed, kind, seed)));
            }
        }
        // A record has one defect at most; the margin is for sums such as 0.7 + 0.2 + 0.1.
        if (sum > 1 + 1e-9) {
            problems.add(DirtKeys.share(DirtKind.MALFORMED), "the shares of all dirt keys together are above 1");
        }
        boolean spelt = !settings.isWrong(DirtKeys.LATE_BY);
        return spelt
                ? new Dirt(
                        rates, Durations.parse(settings.text(DirtKeys.LATE_BY)).toNanos())
                : Dirt.NONE;
    }

    private static String impossible(Feed feed, DirtKind kind, boolean isText) {
        return kind == DirtKind.MALFORMED && !isText
                ? "only a text can be cut short; set output to json or native, or remove the key"
                : "the feed " + feed.name() + " has no such defect; remove the key";
    }

    private Draws draws(Feed feed, DirtKind kind, long seed) {
        String key = DirtKeys.seed(kind);
        boolean own = !settings.isWrong(key) && settings.value(key) != null;
        return Draws.of(own ? settings.number(key).longValue() : seed, feed.name() + " dirt " + kind.label());
    }
}
