package io.nrtstreams.connect.s3.path;

import io.nrtstreams.connect.kit.config.Suggestions;
import io.nrtstreams.connect.kit.data.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.connect.header.Header;

/** Reads the text of a {@link PathTemplate}. Used once. */
final class TemplateParser {
    private static final String PLACEHOLDERS =
            "{topic}, {partition}, {timestamp:<pattern>}, {value.<path>}, {key}, {key.<path>} or {header.<name>}";

    private final String text;
    private final TimestampSource source;
    private final TimeSettings time;
    private final List<List<PathPart>> steps = new ArrayList<>();
    private List<PathPart> step = new ArrayList<>();
    private final StringBuilder literal = new StringBuilder();
    private int at;

    TemplateParser(String text, TimestampSource source, TimeSettings time) {
        this.text = text;
        this.source = source;
        this.time = time;
    }

    PathTemplate parse() {
        if (text.isEmpty()) {
            return new PathTemplate(List.of());
        }
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '{') {
                placeholder();
            } else if (c == '}') {
                throw mistake(at, "this closes no placeholder; a placeholder is " + PLACEHOLDERS);
            } else if (c == '/') {
                endStep(at);
                at++;
            } else {
                literal(c);
                at++;
            }
        }
        endStep(at);
        return new PathTemplate(steps);
    }

    private void literal(char c) {
        if (c < 0x20 || c == 0x7f || c == '\\') {
            throw mistake(at, "expected no control character and no backslash");
        }
        literal.append(c);
    }

    private void endStep(int column) {
        String plain = literal.toString();
        if (step.isEmpty() && (plain.isEmpty() || plain.equals(".") || plain.equals(".."))) {
            throw mistake(
                    Math.max(0, column - plain.length()),
                    "expected no slash at either end, no two in a row, and no step '.' or '..'");
        }
        endLiteral();
        steps.add(List.copyOf(step));
        step = new ArrayList<>();
    }

    private void endLiteral() {
        if (literal.length() > 0) {
            String fixed = literal.toString();
            step.add(record -> fixed);
            literal.setLength(0);
        }
    }

    private void placeholder() {
        int open = at;
        int close = closing(open);
        String inside = text.substring(open + 1, close);
        endLiteral();
        try {
            add(inside);
        } catch (IllegalArgumentException e) {
            throw mistake(open, String.valueOf(e.getMessage()));
        }
        at = close + 1;
    }

    /** Braces within backticks belong to a field name. */
    private int closing(int open) {
        boolean quoted = false;
        for (int i = open + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '`') {
                quoted = !quoted;
            } else if (c == '}' && !quoted) {
                return i;
            }
        }
        throw mistake(open, "expected a closing brace for this one");
    }

    private void add(String inside) {
        if (inside.startsWith("timestamp:")) {
            addTimestamp(inside.substring("timestamp:".length()));
        } else if (inside.startsWith("value.")) {
            FieldPath path = FieldPath.parse(inside.substring("value.".length()));
            step.add(
                    record -> PathPart.escaped(inside, path.read(record.value()), path.schemaIn(record.valueSchema())));
        } else if (inside.startsWith("key.")) {
            FieldPath path = FieldPath.parse(inside.substring("key.".length()));
            step.add(record -> PathPart.escaped(inside, path.read(record.key()), path.schemaIn(record.keySchema())));
        } else if (inside.startsWith("header.") && inside.length() > "header.".length()) {
            String name = inside.substring("header.".length());
            step.add(record -> {
                Header header = record.headers().lastWithName(name);
                return header == null ? HiveEscaping.NULL : PathPart.escaped(inside, header.value(), header.schema());
            });
        } else {
            addWhole(inside);
        }
    }

    private void addWhole(String inside) {
        switch (inside) {
            case "topic" -> step.add(record -> HiveEscaping.escape(record.topic()));
            case "partition" -> step.add(new PartitionPart());
            case "key" -> step.add(record -> PathPart.escaped(inside, record.key(), record.keySchema()));
            case "timestamp" -> throw new IllegalArgumentException("expected a pattern, as in {timestamp:yyyy-MM-dd}");
            case "value" -> throw new IllegalArgumentException("expected a field, as in {value.category}");
            default -> throw new IllegalArgumentException("expected " + PLACEHOLDERS + suggestion(inside));
        }
    }

    private static String suggestion(String inside) {
        int end = inside.indexOf('.') >= 0 ? inside.indexOf('.') : inside.length();
        Optional<String> meant = Suggestions.nearest(
                inside.substring(0, end), List.of("topic", "partition", "timestamp", "value", "key", "header"));
        return meant.map(name -> " (did you mean " + name + "?)").orElse("");
    }

    /** A slash in the pattern is the author's own, so it parts two steps. */
    private void addTimestamp(String pattern) {
        boolean first = true;
        for (String piece : splitOutsideQuotes(pattern)) {
            if (piece.isEmpty()) {
                throw new IllegalArgumentException("expected a pattern such as yyyy-MM-dd, without an empty step");
            }
            if (!first) {
                steps.add(List.copyOf(step));
                step = new ArrayList<>();
            }
            step.add(new TimestampPart(piece, source, time));
            first = false;
        }
    }

    private static List<String> splitOutsideQuotes(String pattern) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            quoted ^= c == '\'';
            if (c == '/' && !quoted) {
                pieces.add(piece.toString());
                piece.setLength(0);
            } else {
                piece.append(c);
            }
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private IllegalArgumentException mistake(int index, String expected) {
        return new IllegalArgumentException("at column " + (index + 1) + ": " + expected);
    }
}
