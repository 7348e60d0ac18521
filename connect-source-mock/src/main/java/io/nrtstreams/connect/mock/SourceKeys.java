package io.nrtstreams.connect.mock;

import io.nrtstreams.connect.kit.config.Key;
import io.nrtstreams.connect.kit.config.Validators;
import io.nrtstreams.connect.mock.replay.Column;
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
    static final String REPLAY = "replay.";
    static final String REPLAY_FILE = "replay.file";
    static final String REPLAY_FORMAT = "replay.format";
    static final String REPLAY_COLUMNS = "replay.columns";
    static final String REPLAY_CONSTANTS = "replay.constants";
    static final String REPLAY_KEY = "replay.key";
    static final String REPLAY_TIME = "replay.time";
    static final String REPLAY_TIME_UNIT = "replay.time.unit";
    static final String REPLAY_SPEED = "replay.speed";

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
        Key.define(definition, "Replay", replayKeys());
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

    private static List<Key> replayKeys() {
        return List.of(
                Key.string(REPLAY_FILE)
                        .defaultsTo(null)
                        .importance(Importance.HIGH)
                        .doc("The recorded file, at this path on every worker; UTF-8, the first line names columns."),
                Key.string(REPLAY_FORMAT)
                        .defaultsTo("csv")
                        .validator(Validators.oneOf("csv"))
                        .doc("The format of the file."),
                Key.string(REPLAY_COLUMNS)
                        .defaultsTo(null)
                        .validator(Validators.checking(
                                "name:type, …; types string, int32, int64, float64, boolean", Column::parseAll))
                        .doc("The columns that become fields, with their types, e.g. time:int64, load_mw:float64."),
                Key.string(REPLAY_CONSTANTS)
                        .defaultsTo("")
                        .validator(Validators.checking("name=text, …", Spellings::constants))
                        .doc("Fields with the same text in every record, e.g. location=US Northwest."),
                Key.string(REPLAY_KEY)
                        .defaultsTo(null)
                        .doc("The column or constant whose text becomes the record's key; without it keys are null."),
                Key.string(REPLAY_TIME)
                        .defaultsTo(null)
                        .doc("The column with the event time, a number since the epoch; it becomes the record's"
                                + " timestamp."),
                Key.string(REPLAY_TIME_UNIT)
                        .defaultsTo("s")
                        .validator(Validators.oneOf("s", "ms", "us"))
                        .doc("The unit of that number."),
                Key.string(REPLAY_SPEED)
                        .defaultsTo(MAX_SPEED)
                        .validator(
                                Validators.checking("max, or a number from 0.001 to 1000000000", Spellings::speedStep))
                        .doc("max lets rate set the pace; a number follows the recorded clock that many times faster,"
                                + " e.g. 3600 for an hour of the recording a second."));
    }
}
