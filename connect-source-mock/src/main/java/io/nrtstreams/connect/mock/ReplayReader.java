package io.nrtstreams.connect.mock;

import io.nrtstreams.connect.kit.config.Problems;
import io.nrtstreams.connect.kit.config.Suggestions;
import io.nrtstreams.connect.mock.output.Output;
import io.nrtstreams.connect.mock.replay.BadRows;
import io.nrtstreams.connect.mock.replay.Column;
import io.nrtstreams.connect.mock.replay.Columns;
import io.nrtstreams.connect.mock.replay.Layout;
import io.nrtstreams.connect.mock.replay.Playback;
import io.nrtstreams.connect.mock.replay.Playback.Clock;
import io.nrtstreams.connect.mock.replay.RecordedContent;
import io.nrtstreams.connect.mock.replay.RecordedFormat;
import io.nrtstreams.connect.mock.replay.RecordingException;
import io.nrtstreams.connect.mock.replay.Replay;
import io.nrtstreams.connect.mock.replay.TimeTexts;
import io.nrtstreams.connect.mock.replay.TimeUnit;
import io.nrtstreams.connect.mock.series.Content;
import io.nrtstreams.connect.mock.series.DirtKind;
import io.nrtstreams.connect.mock.series.Rejection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the keys of a replay, and looks into its file. Not thread-safe. */
final class ReplayReader {
    private static final int LONGEST_TOPIC = 249;

    /** Without these the file cannot even be looked into. */
    private static final List<String> READ_KEYS = List.of(
            ReplayKeys.FORMAT,
            ReplayKeys.DELIMITER,
            ReplayKeys.COLUMNS,
            ReplayKeys.CONSTANTS,
            ReplayKeys.TIME_FORMAT,
            ReplayKeys.TIME_UNIT,
            ReplayKeys.TIME_ZONE,
            ReplayKeys.SPEED,
            ReplayKeys.LOOP,
            ReplayKeys.REBASE,
            ReplayKeys.ON_BAD_ROW,
            FeedKeys.OUTPUT);

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
        require(ReplayKeys.FILE, "name the file to replay");
        require(ReplayKeys.TIME, "name the column with the event time");
        refuseWhatContradicts();
        boolean spelt = READ_KEYS.stream().noneMatch(settings::isWrong);
        return spelt ? content() : Optional.empty();
    }

    private void refuseKeysOfOtherFeeds() {
        for (String key : List.of(FeedKeys.PROFILE, FeedKeys.DEVICES)) {
            if (settings.isGiven(key)) {
                problems.add(key, "a replay has no devices but those that were recorded; remove the key");
            }
        }
        for (DirtKind kind : DirtKind.values()) {
            String key = DirtKeys.share(kind);
            if (!settings.isWrong(key) && settings.number(key).doubleValue() > 0) {
                problems.add(key, "a replay is not spoilt; remove the key");
            }
        }
        for (String key : PaceKeys.OF_COMPUTED_FEEDS) {
            if (settings.isGiven(key)) {
                problems.add(
                        key,
                        "the times of a replay are the recorded ones; remove the key (replay.rebase moves them,"
                                + " replay.speed sets the pace)");
            }
        }
        if (settings.isGiven(PaceKeys.RATE) && !settings.text(ReplayKeys.SPEED).equals(PaceKeys.MAX)) {
            problems.add(PaceKeys.RATE, "replay.speed sets the pace; remove one of the two or set replay.speed=max");
        }
    }

    private void refuseWhatContradicts() {
        boolean pattern = !settings.text(ReplayKeys.TIME_FORMAT).equals(ReplayKeys.AUTO);
        if (pattern && settings.isGiven(ReplayKeys.TIME_UNIT)) {
            problems.add(
                    ReplayKeys.TIME_UNIT,
                    "replay.time.format has a pattern, so the event time is no number; remove one of the two");
        }
        if (settings.text(ReplayKeys.FORMAT).equalsIgnoreCase("jsonl") && settings.isGiven(ReplayKeys.DELIMITER)) {
            problems.add(ReplayKeys.DELIMITER, "only csv has a delimiter; remove the key");
        }
        boolean rejects = settings.text(ReplayKeys.ON_BAD_ROW).equalsIgnoreCase("reject");
        int longest = LONGEST_TOPIC - Rejection.TOPIC_SUFFIX.length();
        if (rejects && settings.text(FeedKeys.TOPIC).length() > longest) {
            problems.add(
                    FeedKeys.TOPIC,
                    "with replay.on.bad.row=reject expected at most " + longest + " characters, because "
                            + Rejection.TOPIC_SUFFIX + " is added for the topic of rejects");
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
        Replay replay = replay().orElse(null);
        if (replay == null) {
            return Optional.empty();
        }
        List<Column> named = problems.parse(
                        ReplayKeys.COLUMNS, () -> replay.columns().in(replay.format()))
                .orElse(null);
        if (named == null) {
            return Optional.empty();
        }
        if (!replay.columns().rest()) {
            checkNames(replay, named);
        }
        Layout layout = readable ? layout(replay) : null;
        return layout == null ? Optional.empty() : Optional.of(recorded(replay, layout));
    }

    private Optional<Replay> replay() {
        Optional<Path> file = problems.parse(ReplayKeys.FILE, () -> Path.of(settings.text(ReplayKeys.FILE)));
        return file.map(path -> new Replay(
                path,
                RecordedFormat.valueOf(settings.text(ReplayKeys.FORMAT).toUpperCase(Locale.ROOT)),
                ReplaySpellings.delimiter(settings.text(ReplayKeys.DELIMITER)),
                Columns.parse(settings.text(ReplayKeys.COLUMNS)),
                Spellings.constants(settings.text(ReplayKeys.CONSTANTS)),
                (String) settings.value(ReplayKeys.KEY),
                settings.text(ReplayKeys.TIME),
                times()));
    }

    private TimeTexts times() {
        String format = settings.text(ReplayKeys.TIME_FORMAT);
        return new TimeTexts(
                TimeUnit.valueOf(settings.text(ReplayKeys.TIME_UNIT).toUpperCase(Locale.ROOT)),
                ReplaySpellings.zone(settings.text(ReplayKeys.TIME_ZONE)),
                format.equals(ReplayKeys.AUTO) ? null : TimeTexts.formatter(format));
    }

    private RecordedContent recorded(Replay replay, Layout layout) {
        boolean follows = Spellings.speedStep(settings.text(ReplayKeys.SPEED)).isPresent();
        Playback playback = new Playback(
                follows ? Clock.RECORDED : Clock.STEPS,
                ReplaySpellings.passes(settings.text(ReplayKeys.LOOP)),
                ReplaySpellings.origin(settings.text(ReplayKeys.REBASE)));
        return new RecordedContent(replay, layout, playback, badRows(), settings.output(Output.STRUCT));
    }

    private BadRows badRows() {
        return BadRows.valueOf(settings.text(ReplayKeys.ON_BAD_ROW).toUpperCase(Locale.ROOT));
    }

    private void checkNames(Replay replay, List<Column> columns) {
        List<String> names = new ArrayList<>(columns.stream().map(Column::name).toList());
        names.stream()
                .filter(replay.constants()::containsKey)
                .forEach(name -> refuse(
                        ReplayKeys.CONSTANTS, name + " is also a column of replay.columns; rename the constant"));
        if (settings.value(ReplayKeys.TIME) != null) {
            columns.stream()
                    .filter(column -> column.name().equals(replay.time()))
                    .findFirst()
                    .ifPresentOrElse(
                            column -> checkTime(replay, column),
                            () -> refuse(
                                    ReplayKeys.TIME,
                                    "expected a column of replay.columns" + meant(replay.time(), names)));
        }
        names.addAll(replay.constants().keySet());
        String key = replay.key();
        if (key != null && !names.contains(key)) {
            refuse(
                    ReplayKeys.KEY,
                    "expected a column of replay.columns or a constant of replay.constants" + meant(key, names));
        }
    }

    private static String meant(String name, List<String> names) {
        return Suggestions.nearest(name, names)
                .map(near -> " (did you mean " + near + "?)")
                .orElse("");
    }

    private void checkTime(Replay replay, Column column) {
        if (column.declared() == null) {
            return;
        }
        String expected = column.expectedAsTime(replay.times());
        if (expected != null) {
            refuse(ReplayKeys.TIME, expected);
        }
    }

    private @Nullable Layout layout(Replay replay) {
        try {
            List<Column> columns = replay.resolve();
            checkNames(replay, columns);
            if (!readable) {
                return null;
            }
            Layout layout = replay.layout(columns);
            report(replay.check(layout));
            return readable ? layout : null;
        } catch (RecordingException e) {
            refuse(ReplayKeys.FILE, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            refuse(ReplayKeys.COLUMNS, String.valueOf(e.getMessage()));
        }
        return null;
    }

    private void report(Replay.Findings found) {
        if (badRows() != BadRows.FAIL && found.good() > 0) {
            return;
        }
        found.messages().forEach(message -> refuse(ReplayKeys.FILE, message));
        if (found.bad() > found.messages().size()) {
            refuse(
                    ReplayKeys.FILE,
                    "of the first " + (found.good() + found.bad()) + " rows " + found.bad()
                            + " are bad; the first of them are named");
        }
    }
}
