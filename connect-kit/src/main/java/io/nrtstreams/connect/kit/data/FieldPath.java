package io.nrtstreams.connect.kit.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/**
 * A path to a field of a record, in the V2 syntax of KIP-821: steps parted by dots, a step that holds a dot in
 * backticks, a backtick within such a step escaped by a backslash, e.g. {@code location.name} or
 * {@code `a.b`.c}.
 *
 * <p>It reads a {@link Struct} and a schemaless {@link Map} alike. Immutable.
 *
 * @param steps the field names from the outermost to the innermost, at least one
 */
public record FieldPath(List<String> steps) {
    public FieldPath {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("expected a field path such as usage or location.name");
        }
    }

    /**
     * Reads a path.
     *
     * @throws IllegalArgumentException if a step is empty or a backtick is not closed; the message has the column
     */
    public static FieldPath parse(String text) {
        List<String> steps = new ArrayList<>();
        int at = 0;
        while (true) {
            StringBuilder step = new StringBuilder();
            if (at < text.length() && text.charAt(at) == '`') {
                at = readQuoted(text, at, step);
                if (at < text.length() && text.charAt(at) != '.') {
                    throw mistake(text, at, "a dot or the end after a step in backticks");
                }
            } else {
                int end = text.indexOf('.', at);
                end = end < 0 ? text.length() : end;
                step.append(text, at, end);
                at = end;
            }
            if (step.isEmpty()) {
                throw mistake(text, at, "a field name");
            }
            steps.add(step.toString());
            if (at >= text.length()) {
                return new FieldPath(steps);
            }
            at++;
        }
    }

    private static int readQuoted(String text, int open, StringBuilder step) {
        int at = open + 1;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length() && text.charAt(at + 1) == '`') {
                step.append('`');
                at += 2;
            } else if (c == '`') {
                return at + 1;
            } else {
                step.append(c);
                at++;
            }
        }
        throw mistake(text, open, "a closing backtick for the one");
    }

    private static IllegalArgumentException mistake(String text, int at, String expected) {
        return new IllegalArgumentException(
                "in the field path '" + text + "': expected " + expected + " at column " + (at + 1));
    }

    /** The value at the path, or null where a step is absent, null, or leads through something without fields. */
    public @Nullable Object read(@Nullable Object record) {
        Object here = record;
        for (String step : steps) {
            if (here instanceof Struct struct) {
                Field field = struct.schema().field(step);
                here = field == null ? null : struct.get(field);
            } else if (here instanceof Map<?, ?> map) {
                here = map.get(step);
            } else {
                return null;
            }
        }
        return here;
    }

    /** The schema at the path below {@code schema}, or null where there is none. */
    public @Nullable Schema schemaIn(@Nullable Schema schema) {
        Schema here = schema;
        for (String step : steps) {
            if (here == null || here.type() != Schema.Type.STRUCT) {
                return null;
            }
            Field field = here.field(step);
            here = field == null ? null : field.schema();
        }
        return here;
    }

    /** The innermost field name. */
    public String last() {
        return steps.get(steps.size() - 1);
    }

    /** The path in the syntax that {@link #parse} reads. */
    @Override
    public String toString() {
        return steps.stream()
                .map(step -> step.contains(".") || step.startsWith("`") ? "`" + step.replace("`", "\\`") + "`" : step)
                .collect(Collectors.joining("."));
    }
}
