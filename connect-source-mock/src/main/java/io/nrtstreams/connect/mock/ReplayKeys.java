package io.nrtstreams.connect.mock;

import io.nrtstreams.connect.kit.config.Key;
import io.nrtstreams.connect.kit.config.Recommended;
import io.nrtstreams.connect.kit.config.Validators;
import io.nrtstreams.connect.mock.replay.BadRows;
import io.nrtstreams.connect.mock.replay.Columns;
import io.nrtstreams.connect.mock.replay.RecordedFormat;
import io.nrtstreams.connect.mock.replay.TimeTexts;
import io.nrtstreams.connect.mock.replay.TimeUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** The configuration keys of a replay. */
final class ReplayKeys {
    static final String PREFIX = "replay.";
    static final String FILE = "replay.file";
    static final String FORMAT = "replay.format";
    static final String DELIMITER = "replay.delimiter";
    static final String COLUMNS = "replay.columns";
    static final String CONSTANTS = "replay.constants";
    static final String KEY = "replay.key";
    static final String TIME = "replay.time";
    static final String TIME_FORMAT = "replay.time.format";
    static final String TIME_UNIT = "replay.time.unit";
    static final String TIME_ZONE = "replay.time.zone";
    static final String SPEED = "replay.speed";
    static final String LOOP = "replay.loop";
    static final String REBASE = "replay.rebase";
    static final String ON_BAD_ROW = "replay.on.bad.row";

    static final String AUTO = "auto";
    static final String FOREVER = "forever";
    static final String OFF = "off";

    private static final List<String> FORMATS = labels(RecordedFormat.values());
    private static final List<String> UNITS = labels(TimeUnit.values());
    private static final List<String> POLICIES = labels(BadRows.values());

    private static final Map<String, List<String>> OFFERED =
            Map.of(FORMAT, FORMATS, TIME_UNIT, UNITS, ON_BAD_ROW, POLICIES);

    private ReplayKeys() {}

    private static List<String> labels(Enum<?>... values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static ConfigDef.Validator oneOf(List<String> values) {
        return Validators.oneOf(values.toArray(String[]::new));
    }

    /** The keys, which a form shows for a replay alone. */
    static List<Key> all() {
        return keys().stream()
                .map(key -> key.recommender(Recommended.shownWhere(FeedKeys.FEED, FeedKeys.REPLAY)
                        .offering(OFFERED.getOrDefault(key.name(), List.of()))))
                .toList();
    }

    private static List<Key> keys() {
        return List.of(
                Key.string(FILE)
                        .defaultsTo(null)
                        .importance(Importance.HIGH)
                        .doc("The recorded file, at this path on every worker, in UTF-8, of a name that ends with .gz"
                                + " compressed; or a folder, or a pattern such as /data/load-*.csv.gz, whose files are"
                                + " read in the order of their names."),
                Key.string(FORMAT)
                        .defaultsTo("csv")
                        .validator(oneOf(FORMATS))
                        .doc("The format of the files: csv, whose first line names the columns, or jsonl, one JSON"
                                + " object a line."),
                Key.string(DELIMITER)
                        .defaultsTo(",")
                        .validator(Validators.checking("one ASCII character, or tab", ReplaySpellings::delimiter))
                        .importance(Importance.LOW)
                        .doc("What parts the cells of csv, e.g. ; or tab."),
                Key.string(COLUMNS)
                        .defaultsTo(Columns.AUTO)
                        .validator(Validators.checking("auto, or name:type as field, …", Columns::parse))
                        .importance(Importance.HIGH)
                        .doc("The columns that become fields, e.g. time:int64, load_mw:float64 as load, city, *; in"
                                + " jsonl a name may be a path such as current.temp_c. Types are string, int8, int16,"
                                + " int32, int64, float32, float64, boolean, timestamp, date, decimal(10,2) and, in"
                                + " jsonl, array<type> and struct<name:type, …>; without one the type is inferred from"
                                + " the first 1000 rows. * stands for all other columns, auto for all."),
                Key.string(CONSTANTS)
                        .defaultsTo("")
                        .validator(Validators.checking("name=text, …", Spellings::constants))
                        .doc("Fields with the same text in every record, e.g. location=US Northwest."),
                Key.string(KEY)
                        .defaultsTo(null)
                        .doc("The field or constant whose text becomes the record's key; without it keys are null."),
                Key.string(TIME)
                        .defaultsTo(null)
                        .importance(Importance.HIGH)
                        .doc("The field with the event time, which becomes the record's timestamp."),
                Key.string(TIME_FORMAT)
                        .defaultsTo(AUTO)
                        .validator(Validators.checking(
                                "auto, or a pattern such as dd.MM.yyyy HH:mm", ReplayKeys::checkTimeFormat))
                        .doc("How the event time is written: auto for numbers since the epoch and texts of ISO 8601, or"
                                + " a pattern of Java's DateTimeFormatter, in English, e.g. dd/MMM/yyyy:HH:mm:ss Z."),
                Key.string(TIME_UNIT)
                        .defaultsTo("s")
                        .validator(oneOf(UNITS))
                        .doc("The unit of times that are numbers, e.g. ms."),
                Key.string(TIME_ZONE)
                        .defaultsTo("UTC")
                        .validator(Validators.checking("a zone such as Europe/Berlin or +01:00", ReplaySpellings::zone))
                        .doc(
                                "The zone of times that name none, e.g. America/Los_Angeles; a time that a change of clocks"
                                        + " leaves out is moved on by the change, of one that comes twice the first is meant."),
                Key.string(SPEED)
                        .defaultsTo(PaceKeys.MAX)
                        .validator(
                                Validators.checking("max, or a number from 0.001 to 1000000000", Spellings::speedStep))
                        .doc("max lets rate set the pace; a number follows the recorded clock that many times faster,"
                                + " e.g. 3600 for an hour of the recording a second."),
                Key.string(LOOP)
                        .defaultsTo("1")
                        .validator(
                                Validators.checking("a number of passes from 1, or forever", ReplaySpellings::passes))
                        .doc("How often the recording is played, e.g. 10 or forever; each pass is later than the one"
                                + " before by the length of the recording and one mean gap between rows."),
                Key.string(REBASE)
                        .defaultsTo(OFF)
                        .validator(Validators.checking(
                                "off, now, or an instant from 1970 to 2100 such as 2022-11-01T00:00:00Z",
                                ReplaySpellings::origin))
                        .doc("Moves all recorded times so that the first record is at the moment when the replay first"
                                + " starts (now), or at an instant; off leaves them."),
                Key.string(ON_BAD_ROW)
                        .defaultsTo("fail")
                        .validator(oneOf(POLICIES))
                        .doc("What becomes of a row that does not hold what is declared: fail stops the task, skip"
                                + " passes over it, reject sends its text to the topic with .rejected behind its"
                                + " name."));
    }

    private static void checkTimeFormat(String text) {
        if (!text.equals(AUTO)) {
            TimeTexts.formatter(text);
        }
    }
}
