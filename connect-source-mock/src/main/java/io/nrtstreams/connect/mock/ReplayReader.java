package io.nrtstreams.connect.mock;

import io.nrtstreams.connect.kit.config.Problems;
import io.nrtstreams.connect.mock.replay.Column;
import io.nrtstreams.connect.mock.replay.ColumnType;
import io.nrtstreams.connect.mock.replay.RecordedContent;
import io.nrtstreams.connect.mock.replay.RecordedContent.Clock;
import io.nrtstreams.connect.mock.replay.RecordingException;
import io.nrtstreams.connect.mock.replay.Replay;
import io.nrtstreams.connect.mock.replay.TimeUnit;
import io.nrtstreams.connect.mock.series.Content;
import io.nrtstreams.connect.mock.series.DirtKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the keys of a replay, and looks into its file. Not thread-safe. */
final class ReplayReader {
    /** How many records a validation reads; a mistake further down stops the task with its line. */
    private static final int CHECKED_ROWS = 1000;

    private static final Set<ColumnType> NUMBERS = Set.of(ColumnType.INT32, ColumnType.INT64, ColumnType.FLOAT64);

    /** Without these the file cannot even be looked into. */
    private static final List<String> READ_KEYS = List.of(
            SourceKeys.REPLAY_COLUMNS,
            SourceKeys.REPLAY_CONSTANTS,
            SourceKeys.REPLAY_TIME_UNIT,
            SourceKeys.REPLAY_SPEED);

    private final SettingsReader settings;
    private final Problems problems;
    private boolean readable = true;

    ReplayReader(SettingsReader settings, Problems problems) {
        this.settings = settings;
        this.problems = problems;
    }

    /** The content, or empty if a key is wrong. */
    Optional<Content> read() {
        refuseKeysOfOtherFeeds();
        settings.checkShards(1);
        require(FeedKeys.TOPIC, "name the topic of the replay");
        require(SourceKeys.REPLAY_FILE, "name the file to replay");
        require(SourceKeys.REPLAY_COLUMNS, "name the columns to replay, e.g. time:int64, load_mw:float64");
        require(SourceKeys.REPLAY_TIME, "name the column with the event time");
        boolean spelt = READ_KEYS.stream().noneMatch(settings::isWrong);
        return spelt && readable ? content() : Optional.empty();
    }

    private void refuseKeysOfOtherFeeds() {
        for (DirtKind kind : DirtKind.values()) {
            String key = DirtKeys.share(kind);
            if (!settings.isWrong(key) && settings.number(key).doubleValue() > 0) {
                problems.add(key, "a replay is not spoilt; remove the key");
            }
        }
        if (!settings.text(SourceKeys.START_TIME).equals(SourceKeys.NOW)) {
            problems.add(SourceKeys.START_TIME, "the times of a replay are the recorded ones; remove the key");
        }
        if (settings.isGiven(SourceKeys.RATE)
                && !settings.text(SourceKeys.REPLAY_SPEED).equals(SourceKeys.MAX_SPEED)) {
            problems.add(SourceKeys.RATE, "replay.speed sets the pace; remove one of the two or set replay.speed=max");
        }
    }

    private void require(String key, String remedy) {
        boolean missing = settings.value(key) == null || settings.text(key).isBlank();
        if (missing && !settings.isWrong(key)) {
            refuse(key, "a replay needs it; " + remedy);
        }
    }

    private void refuse(String key, String message) {
        problems.add(key, message);
        readable = false;
    }

    private Optional<Content> content() {
        Optional<Path> file =
                problems.parse(SourceKeys.REPLAY_FILE, () -> Path.of(settings.text(SourceKeys.REPLAY_FILE)));
        if (file.isEmpty()) {
            return Optional.empty();
        }
        Replay replay = new Replay(
                file.get(),
                Column.parseAll(settings.text(SourceKeys.REPLAY_COLUMNS)),
                Spellings.constants(settings.text(SourceKeys.REPLAY_CONSTANTS)),
                (String) settings.value(SourceKeys.REPLAY_KEY),
                settings.text(SourceKeys.REPLAY_TIME),
                TimeUnit.valueOf(settings.text(SourceKeys.REPLAY_TIME_UNIT).toUpperCase(Locale.ROOT)));
        checkKey(replay);
        checkTime(replay);
        checkConstants(replay);
        if (readable) {
            checkFile(replay);
        }
        if (!readable) {
            return Optional.empty();
        }
        boolean recorded =
                Spellings.speedStep(settings.text(SourceKeys.REPLAY_SPEED)).isPresent();
        return Optional.of(new RecordedContent(replay, recorded ? Clock.RECORDED : Clock.STEPS));
    }

    private void checkKey(Replay replay) {
        String key = replay.key();
        if (key != null && replay.column(key).isEmpty() && !replay.constants().containsKey(key)) {
            refuse(SourceKeys.REPLAY_KEY, "expected a column of replay.columns or a constant of replay.constants");
        }
    }

    private void checkTime(Replay replay) {
        if (replay.column(replay.time())
                .filter(column -> NUMBERS.contains(column.type()))
                .isEmpty()) {
            refuse(SourceKeys.REPLAY_TIME, "expected a column of replay.columns with type int32, int64 or float64");
        }
    }

    private void checkConstants(Replay replay) {
        replay.columns().stream()
                .map(Column::name)
                .filter(replay.constants()::containsKey)
                .forEach(name -> refuse(
                        SourceKeys.REPLAY_CONSTANTS,
                        name + " is also a column of replay.columns; rename the constant"));
    }

    private void checkFile(Replay replay) {
        try {
            replay.check(CHECKED_ROWS);
        } catch (RecordingException e) {
            refuse(SourceKeys.REPLAY_FILE, String.valueOf(e.getMessage()));
        }
    }
}
