package io.nrtstreams.connect.mock;

import io.nrtstreams.connect.kit.config.Problems;
import io.nrtstreams.connect.mock.feed.Feed;
import io.nrtstreams.connect.mock.feed.Prototype;
import io.nrtstreams.connect.mock.realistic.Realistic;
import java.util.OptionalInt;

/** Reads which devices there are and how they behave. Not thread-safe. */
final class FeedReader {
    private static final String IOT = "iot";

    private final SettingsReader settings;
    private final Problems problems;

    FeedReader(SettingsReader settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    /** The feed of a name; where a key is wrong, one that the other keys can be checked against. */
    Feed read(String name) {
        long seed = settings.isWrong(FeedKeys.SEED)
                ? 0
                : settings.number(FeedKeys.SEED).longValue();
        boolean realistic =
                !settings.isWrong(FeedKeys.PROFILE) && Profile.of(settings.text(FeedKeys.PROFILE)) == Profile.REALISTIC;
        Feed feed = realistic || name.equals(IOT) ? devices(name, seed, realistic) : Prototype.feed(name, seed);
        if (asked().orElse(feed.devices()) != feed.devices()) {
            boolean more = Realistic.mostDevices(name) > feed.devices();
            problems.add(
                    FeedKeys.DEVICES,
                    "the feed " + name + " has " + feed.devices() + " devices"
                            + (more ? "; set profile=realistic for another number," : ";") + " or remove the key");
        }
        return feed;
    }

    private OptionalInt asked() {
        boolean given = !settings.isWrong(FeedKeys.DEVICES) && settings.value(FeedKeys.DEVICES) != null;
        return given ? OptionalInt.of(settings.number(FeedKeys.DEVICES).intValue()) : OptionalInt.empty();
    }

    private Feed devices(String name, long seed, boolean realistic) {
        int devices = Math.min(asked().orElse(Realistic.defaultDevices(name)), Realistic.mostDevices(name));
        return realistic ? Realistic.feed(name, seed, devices) : Realistic.iotPrototype(seed, devices);
    }
}
