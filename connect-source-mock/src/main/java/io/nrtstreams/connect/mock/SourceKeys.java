package io.nrtstreams.connect.mock;

import io.nrtstreams.connect.kit.config.Key;
import io.nrtstreams.connect.kit.config.Validators;
import io.nrtstreams.connect.mock.feed.Prototype;
import io.nrtstreams.connect.mock.output.Output;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** The configuration keys of the connector. */
final class SourceKeys {
    static final String FEED = "feed";
    static final String PROFILE = "profile";
    static final String TOPIC = "topic";
    static final String SEED = "seed";
    static final String RATE = "rate";
    static final String RECORD_LIMIT = "record.limit";
    static final String SHARDS = "shards";
    static final String START_TIME = "start.time";
    static final String MAX_BEHIND = "schedule.max.behind";
    static final String BATCH_RECORDS = "batch.records";
    static final String OUTPUT = "output";
    static final String DEVICES = "devices";

    static final String REPLAY_FEED = "replay";
    static final String PROTOTYPE_PROFILE = "prototype";
    static final String NOW = "now";
    static final String MAX_SPEED = "max";

    /** Keys of the framework, which pass whatever they are. */
    static final List<String> FRAMEWORK = List.of(
            "name",
            "connector.",
            "tasks.",
            "task.",
            "key.converter",
            "value.converter",
            "header.converter",
            "transforms",
            "predicates",
            "errors.",
            "config.",
            "producer.override.",
            "admin.override.",
            "topic.creation.",
            "exactly.once.",
            "transaction.",
            "offsets.storage.");

    private SourceKeys() {}

    static ConfigDef definition() {
        ConfigDef definition = new ConfigDef();
        Key.define(definition, "Feed", feedKeys());
        Key.define(definition, "Pace", paceKeys());
        Key.define(definition, "Dirt", DirtKeys.all());
        Key.define(definition, "Replay", ReplayKeys.all());
        return definition;
    }

    private static List<Key> feedKeys() {
        String[] feeds = Stream.concat(Prototype.names().stream(), Stream.of(REPLAY_FEED))
                .toArray(String[]::new);
        return List.of(
                Key.string(FEED)
                        .required()
                        .validator(Validators.oneOf(feeds))
                        .importance(Importance.HIGH)
                        .doc("What is emitted: a kind of device, or the replay of a recorded file."),
                Key.string(PROFILE)
                        .defaultsTo(PROTOTYPE_PROFILE)
                        .validator(Validators.checking("prototype", Spellings::checkProfile))
                        .doc("How the devices behave; prototype sends what the original prototype sent, to the byte."),
                Key.string(TOPIC)
                        .defaultsTo(null)
                        .validator(Validators.checking("a topic name", Spellings::checkTopic))
                        .importance(Importance.HIGH)
                        .doc("The topic; by default tiktok_category, energy_consumption or weather, after the feed;"
                                + " a replay has to name one."),
                Key.string(OUTPUT)
                        .defaultsTo(null)
                        .validator(Validators.oneOf(Arrays.stream(Output.values())
                                .map(Output::label)
                                .toArray(String[]::new)))
                        .importance(Importance.HIGH)
                        .doc("The form of the values: struct (with a schema), map (without one), json (text) or native"
                                + " (the text that the device itself writes); by default native, of a custom feed"
                                + " struct."),
                Key.of(SEED, ConfigDef.Type.LONG)
                        .defaultsTo(1L)
                        .doc("The seed of everything that is drawn; the same seed gives the same records."),
                Key.of(SHARDS, ConfigDef.Type.INT)
                        .defaultsTo(1)
                        .validator(ConfigDef.Range.atLeast(1))
                        .importance(Importance.LOW)
                        .doc("How many parts the devices are parted into, each read by one task; at most the devices"
                                + " of the feed (tiktok 10, energy 3, weather 4, replay 1). It cannot change once"
                                + " records were emitted."));
    }

    private static List<Key> paceKeys() {
        return List.of(
                Key.of(RATE, ConfigDef.Type.DOUBLE)
                        .defaultsTo(null)
                        .validator(Validators.checking("a number from 0.000001 to 100000000", Spellings::checkRate))
                        .importance(Importance.HIGH)
                        .doc("Records per second over the whole connector, e.g. 500; by default the prototype's"
                                + " cadence (tiktok one in 3 s, energy 2.2 a second, weather 4 in 300 s), in a replay"
                                + " as fast as possible."),
                Key.of(RECORD_LIMIT, ConfigDef.Type.LONG)
                        .defaultsTo(-1L)
                        .validator(ConfigDef.Range.atLeast(-1))
                        .doc("Records over the whole connector, after which its tasks idle; -1 for no end."),
                Key.string(START_TIME)
                        .defaultsTo(NOW)
                        .validator(Validators.checking(
                                "now, or an instant from 1970 to 2100 such as 2022-11-01T00:00:00Z",
                                Spellings::startNanos))
                        .doc("The event time of the first record; an instant makes a fixed timetable whose past is"
                                + " emitted as fast as possible."),
                Key.duration(MAX_BEHIND, Duration.ZERO)
                        .defaultsTo("30s")
                        .doc("How late a record may be and still be caught up on; what is later goes on from now."
                                + " Without effect on a fixed timetable."),
                Key.of(BATCH_RECORDS, ConfigDef.Type.INT)
                        .defaultsTo(2000)
                        .validator(ConfigDef.Range.between(1, 100_000))
                        .importance(Importance.LOW)
                        .doc("The most records that a task hands over at once."));
    }
}
