package io.nrtstreams.connect.mock;

import io.nrtstreams.connect.kit.config.Key;
import io.nrtstreams.connect.kit.config.Validators;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** The configuration keys of the connector. */
final class SourceKeys {
    static final String RATE = "rate";
    static final String RECORD_LIMIT = "record.limit";
    static final String START_TIME = "start.time";
    static final String MAX_BEHIND = "schedule.max.behind";
    static final String BATCH_RECORDS = "batch.records";

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
        Key.define(definition, "Feed", FeedKeys.all());
        Key.define(definition, "Pace", paceKeys());
        Key.define(definition, "Dirt", DirtKeys.all());
        Key.define(definition, "Replay", ReplayKeys.all());
        return definition;
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
