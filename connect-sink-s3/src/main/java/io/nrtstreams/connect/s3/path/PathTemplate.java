package io.nrtstreams.connect.s3.path;

import io.nrtstreams.connect.s3.format.BadRecordException;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * The template of {@code partition.by}: from a record to the folder below its topic, as a pure function of the record.
 *
 * <p>Whatever the record holds, the result has no empty, {@code .} or {@code ..} step and no slash but the template's
 * own. Not thread-safe, as it remembers the last folder: neighbouring records often share it.
 */
public final class PathTemplate {
    private final List<List<PathPart>> steps;
    private String[] texts;
    private String[] remembered;
    private String folder = "";

    PathTemplate(List<List<PathPart>> steps) {
        this.steps = List.copyOf(steps);
        int parts = steps.stream().mapToInt(List::size).sum();
        this.texts = new String[parts];
        this.remembered = new String[parts];
    }

    /**
     * Reads a template, e.g. {@code dt={timestamp:yyyy-MM-dd}/city={value.location.name}}. The empty template stores
     * everything of a topic in one folder.
     *
     * @throws IllegalArgumentException if it is none; the message has the column
     */
    public static PathTemplate parse(String text, TimestampSource source, TimeSettings time) {
        return new TemplateParser(text, source, time).parse();
    }

    /**
     * The record's folder, without a slash at either end; empty for an empty template.
     *
     * @throws BadRecordException if a part of the template has no text for this record
     */
    public String render(SinkRecord record) {
        int part = 0;
        for (List<PathPart> step : steps) {
            for (PathPart one : step) {
                texts[part++] = one.render(record);
            }
        }
        if (!Arrays.equals(texts, remembered)) {
            folder = join();
            String[] before = remembered;
            remembered = texts;
            texts = before;
        }
        return folder;
    }

    private String join() {
        StringBuilder path = new StringBuilder();
        int part = 0;
        for (List<PathPart> step : steps) {
            if (path.length() > 0) {
                path.append('/');
            }
            int start = path.length();
            for (int i = 0; i < step.size(); i++) {
                path.append(texts[part++]);
            }
            disarm(path, start);
        }
        return path.toString();
    }

    /** Any text as one step of a path, escaped as the values of a template are. */
    public static String step(String text) {
        StringBuilder step = new StringBuilder(HiveEscaping.escape(text));
        disarm(step, 0);
        return step.toString();
    }

    /** A step that is only dots would lead elsewhere in what treats keys as files. */
    private static void disarm(StringBuilder path, int start) {
        String step = path.substring(start);
        if (step.equals(".") || step.equals("..")) {
            path.replace(start, path.length(), step.replace(".", "%2E"));
        }
    }
}
