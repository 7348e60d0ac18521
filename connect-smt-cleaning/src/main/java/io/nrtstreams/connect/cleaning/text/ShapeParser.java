package io.nrtstreams.connect.cleaning.text;

import io.nrtstreams.connect.cleaning.core.ScalarType;
import io.nrtstreams.connect.cleaning.core.TextMistake;
import io.nrtstreams.connect.kit.config.Suggestions;
import io.nrtstreams.connect.kit.data.FieldPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.connect.data.SchemaBuilder;

/**
 * Reads the declaration of a {@link Shape}: {@code name:type} and {@code name{…}} for a record, parted by commas. A
 * type is a scalar, {@code array<type>}, {@code map<type>}, or a record <code>{…}</code> within one of these. A name may stand in backticks, and then holds anything but a backtick.
 */
final class ShapeParser {
    private static final int DEEPEST = 32;

    private final String text;
    private int at;
    private int depth;

    ShapeParser(String text) {
        this.text = text;
    }

    Shape parse() {
        Shape shape = record("", SchemaBuilder.struct());
        if (at < text.length()) {
            throw mistake("a comma before the next field, or the end");
        }
        return shape;
    }

    private Shape record(String parent, SchemaBuilder builder) {
        List<Column> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        do {
            skipBlanks();
            int column = at + 1;
            String name = name();
            if (!names.add(name)) {
                throw new TextMistake(column, "the field " + name + " is declared twice");
            }
            Column field = field(name, parent);
            builder.field(name, field.form().schema());
            columns.add(field);
        } while (accept(','));
        return new Shape(builder.build(), columns);
    }

    private Column field(String name, String parent) {
        String step = new FieldPath(List.of(name)).toString();
        String path = parent.isEmpty() ? step : parent + "." + step;
        if (accept(':')) {
            int from = at;
            Form form = type(path);
            return new Column(path, name + ":" + text.substring(from, at).strip(), form);
        }
        if (peek() != '{') {
            throw mistake("a colon and a type, or { and the fields of a record, after " + name);
        }
        return new Column(path, name + "{…}", row(path));
    }

    private Form type(String path) {
        skipBlanks();
        if (peek() == '{') {
            return row(path);
        }
        int column = at + 1;
        String label = word("a type");
        return switch (label) {
            case "array" -> Form.ArrayOf.of(elements(label, path));
            case "map" -> Form.MapOf.of(elements(label, path));
            default -> Form.Scalar.of(scalar(label, column));
        };
    }

    private Column elements(String label, String path) {
        enter();
        if (!accept('<')) {
            throw mistake("< and the type of the elements after " + label);
        }
        int from = at;
        Form form = type(path + "[*]");
        String declaration = label + "<" + text.substring(from, at).strip() + ">";
        if (!accept('>')) {
            throw mistake("> after the type of the elements");
        }
        depth--;
        return new Column(path + "[*]", declaration, form);
    }

    private Form row(String path) {
        enter();
        accept('{');
        Shape shape = record(path, SchemaBuilder.struct().optional());
        if (!accept('}')) {
            throw mistake("a comma before the next field, or } at the end of " + path);
        }
        depth--;
        return new Form.Row(shape);
    }

    private void enter() {
        if (++depth > DEEPEST) {
            throw mistake("records, arrays and maps nested at most " + DEEPEST + " deep");
        }
    }

    private String name() {
        if (at < text.length() && text.charAt(at) == '`') {
            int close = text.indexOf('`', at + 1);
            if (close <= at + 1) {
                throw mistake("a name between backticks");
            }
            String name = text.substring(at + 1, close);
            at = close + 1;
            return name;
        }
        return word("the name of a field");
    }

    private static ScalarType scalar(String label, int column) {
        ScalarType type = ScalarType.named(label);
        if (type == null) {
            List<String> labels = new ArrayList<>(ScalarType.labels());
            labels.addAll(List.of("array", "map"));
            throw new TextMistake(
                    column,
                    "expected a type, found " + label
                            + Suggestions.nearest(label, labels)
                                    .map(meant -> "; did you mean " + meant + "?")
                                    .orElse("; there are " + String.join(", ", labels)));
        }
        return type;
    }

    private String word(String expected) {
        int from = at;
        while (at < text.length()
                && ":{},`<>".indexOf(text.charAt(at)) < 0
                && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at == from) {
            throw mistake(expected);
        }
        return text.substring(from, at);
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private boolean accept(char wanted) {
        skipBlanks();
        boolean found = at < text.length() && text.charAt(at) == wanted;
        at += found ? 1 : 0;
        skipBlanks();
        return found;
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private TextMistake mistake(String expected) {
        return new TextMistake(at + 1, "expected " + expected);
    }
}
