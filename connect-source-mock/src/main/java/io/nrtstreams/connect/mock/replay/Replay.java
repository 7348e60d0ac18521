package io.nrtstreams.connect.mock.replay;

import io.nrtstreams.connect.kit.config.Suggestions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is replayed, and how it becomes records.
 *
 * @param source a file, a folder, or a pattern of file names
 * @param format how the files are written
 * @param delimiter what parts the cells of CSV
 * @param columns the columns that become fields, in this order
 * @param constants fields with the same text in every record, behind the columns
 * @param key the field that becomes the record's key, null for none
 * @param time the field that holds the event time
 * @param times how times are written
 */
public record Replay(
        Path source,
        RecordedFormat format,
        byte delimiter,
        Columns columns,
        Map<String, String> constants,
        @Nullable String key,
        String time,
        TimeTexts times) {
    /** How many rows types are inferred from, and how many a validation reads. */
    public static final int SAMPLE = 1_000;

    private static final int MOST_FINDINGS = 5;

    public Replay {
        constants = new LinkedHashMap<>(constants);
    }

    /**
     * What a look at the first rows found.
     *
     * @param messages where the first of the bad rows are, and what is wrong with them
     * @param good how many rows can be replayed
     * @param bad how many cannot
     */
    public record Findings(List<String> messages, int good, int bad) {}

    /**
     * The columns with their types. Where one is to be inferred, or the format has no header to hold them against, it
     * reads the first {@value #SAMPLE} rows.
     *
     * @throws RecordingException if a file cannot be read, or no row of JSON lines has a column
     * @throws IllegalArgumentException if the names of columns cannot be those of fields
     */
    public List<Column> resolve() {
        List<Column> named = columns.in(format);
        boolean known = !columns.rest() && named.stream().allMatch(column -> column.declared() != null);
        if (known && format == RecordedFormat.CSV) {
            return named;
        }
        Guess seen = sample();
        List<Column> resolved = new ArrayList<>();
        named.forEach(column -> resolved.add(typed(column, seen)));
        if (columns.rest()) {
            seen.object().keySet().stream()
                    .filter(name -> !name.isBlank())
                    .filter(name -> named.stream()
                            .noneMatch(column -> column.steps().get(0).equals(name)))
                    .forEach(name -> resolved.add(typed(new Column(List.of(name), name, null), seen)));
        }
        Columns.requireDistinct(resolved);
        return resolved;
    }

    private Guess sample() {
        Guess seen = new Guess();
        try (Recording recording = Recording.open(this)) {
            for (int i = 0; i < SAMPLE && recording.next(); i++) {
                guess(recording, seen);
            }
        }
        return seen;
    }

    private static void guess(Recording recording, Guess seen) {
        try {
            recording.guess(seen);
        } catch (BadRowException e) {
            // It says nothing about types; what becomes of it is decided when it is read.
        }
    }

    private Column typed(Column column, Guess seen) {
        Guess guess = seen.at(column.steps());
        if (guess == null && format == RecordedFormat.JSONL) {
            throw new RecordingException(
                    source + ": none of the first " + SAMPLE + " rows has " + column.path() + meant(column, seen)
                            + "; name fields of the objects in replay.columns",
                    null);
        }
        if (column.declared() != null) {
            return column;
        }
        if (column.name().equals(time) && times.pattern() != null) {
            return column.withType(PlainType.TIMESTAMP);
        }
        // A column that a CSV file does not have is found when its header is read.
        return column.withType(guess == null ? PlainType.STRING : guess.type());
    }

    private static String meant(Column column, Guess seen) {
        int last = column.steps().size() - 1;
        Guess parent = seen.at(column.steps().subList(0, last));
        return parent == null
                ? ""
                : Suggestions.nearest(column.steps().get(last), parent.object().keySet())
                        .map(near -> ", did you mean " + near + "?")
                        .orElse("");
    }

    /**
     * The records that are made of the resolved columns.
     *
     * @param resolved what {@link #resolve()} returned; time and key are among them
     */
    public Layout layout(List<Column> resolved) {
        return Layout.of(this, resolved);
    }

    /**
     * Reads the header and the first {@value #SAMPLE} rows.
     *
     * @throws RecordingException if the file is missing, has no rows, or lacks a column
     */
    public Findings check(Layout layout) {
        List<String> messages = new ArrayList<>();
        int good = 0;
        int bad = 0;
        try (Recording recording = Recording.open(this, layout)) {
            while (good + bad < SAMPLE && recording.next()) {
                try {
                    recording.read();
                    good++;
                } catch (BadRowException e) {
                    bad++;
                    if (messages.size() < MOST_FINDINGS) {
                        messages.add(e.at(recording.coordinates()));
                    }
                }
            }
        }
        if (good + bad == 0) {
            String header = format == RecordedFormat.CSV ? " after its header" : "";
            throw new RecordingException(source + ": has no records" + header + "; name a file that has", null);
        }
        return new Findings(messages, good, bad);
    }
}
