package io.nrtstreams.connect.mock;

import io.nrtstreams.connect.kit.config.Key;
import io.nrtstreams.connect.kit.config.Recommended;
import io.nrtstreams.connect.kit.config.Validators;
import io.nrtstreams.connect.mock.output.Output;
import io.nrtstreams.connect.mock.realistic.Realistic;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** The configuration keys that say what is emitted, and in which form. */
final class FeedKeys {
    static final String FEED = "feed";
    static final String PROFILE = "profile";
    static final String DEVICES = "devices";
    static final String TOPIC = "topic";
    static final String OUTPUT = "output";
    static final String HEADERS = "headers";
    static final String SEED = "seed";
    static final String SHARDS = "shards";

    static final String REPLAY = "replay";
    static final String CUSTOM = "custom";

    private static final List<String> NAMES =
            Stream.concat(Realistic.names().stream(), Stream.of(CUSTOM, REPLAY)).toList();
    private static final List<String> OUTPUTS =
            Arrays.stream(Output.values()).map(Output::label).toList();

    private FeedKeys() {}

    static List<Key> all() {
        return List.of(
                Key.string(FEED)
                        .required()
                        .validator(Validators.oneOf(NAMES.toArray(String[]::new)))
                        .recommender(Recommended.of(NAMES))
                        .importance(Importance.HIGH)
                        .doc(
                                "What is emitted: a kind of device, one that you define, or the replay of a recorded file, e.g."
                                        + " energy."),
                Key.string(PROFILE)
                        .defaultsTo(Profile.PROTOTYPE.label())
                        .validator(Validators.oneOf(Profile.LABELS.toArray(String[]::new)))
                        .recommender(
                                Recommended.shownWhere(FEED, Realistic.names().toArray(String[]::new))
                                        .offering(Profile.LABELS))
                        .importance(Importance.HIGH)
                        .doc("How the devices behave: prototype draws every value on its own, to the byte what the"
                                + " original prototype sent; realistic has days, seasons, memory and causes."),
                Key.of(DEVICES, ConfigDef.Type.INT)
                        .defaultsTo(null)
                        .validator(Validators.checking(
                                "a whole number from 1 to " + Realistic.MOST_DEVICES, Spellings::checkDevices))
                        .recommender(Recommended.shownWhere(FEED, "tiktok", "energy", "iot", CUSTOM))
                        .doc(
                                "How many devices there are, e.g. 1000; by default 10 viewers, 3 houses, 4 cities, 20"
                                        + " sensors, or what a definition says. The profile prototype has these numbers for all but iot."),
                Key.string(TOPIC)
                        .defaultsTo(null)
                        .validator(Validators.checking("a topic name", Spellings::checkTopic))
                        .importance(Importance.HIGH)
                        .doc("The topic; by default tiktok_category, energy_consumption, weather or iot_data, after the"
                                + " feed, or what a definition says; a replay has to name one."),
                Key.string(OUTPUT)
                        .defaultsTo(null)
                        .validator(Validators.oneOf(OUTPUTS.toArray(String[]::new)))
                        .recommender(Recommended.of(OUTPUTS))
                        .importance(Importance.HIGH)
                        .doc("The form of the values: struct (with a schema), map (without one), json (text) or native"
                                + " (the text that the device itself writes); by default native, of custom feeds and replays"
                                + " struct."),
                Key.of(HEADERS, ConfigDef.Type.LIST)
                        .defaultsTo(List.of())
                        .validator(
                                Validators.checking("feed, seed, shard, position, name=text", Spellings::checkHeaders))
                        .doc(
                                "Headers of every record: feed, seed, shard and position as nrt.feed and so on, and texts of"
                                        + " your own, e.g. feed, position, site=Pune."),
                Key.of(SEED, ConfigDef.Type.LONG)
                        .defaultsTo(1L)
                        .doc("The seed of everything that is drawn, e.g. 42; the same seed gives the same records, and"
                                + " the same world to all realistic feeds."),
                Key.of(SHARDS, ConfigDef.Type.INT)
                        .defaultsTo(null)
                        .validator(Validators.checking("a whole number from 1", Spellings::checkShards))
                        .importance(Importance.LOW)
                        .doc(
                                "How many parts the devices are parted into, each read by one task, e.g. 4; at most, and by"
                                        + " default, the devices of the feed, but 16 (1 for tiktok's prototype). It cannot"
                                        + " change once records were emitted."));
    }
}
