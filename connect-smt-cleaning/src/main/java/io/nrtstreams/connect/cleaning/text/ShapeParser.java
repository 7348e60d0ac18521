package io.nrtstreams.connect.cleaning.text;

import io.nrtstreams.connect.cleaning.core.ScalarType;
import io.nrtstreams.connect.cleaning.core.TextMistake;
import io.nrtstreams.connect.kit.config.Suggestions;
import io.nrtstreams.connect.kit.data.FieldPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Reads the declaration of a {@link Shape}: {@code name:type} for a scalar, {@code name{…}} for a record, parted by
 * commas. A name may stand in backticks, and then holds anything but a backtick.
 */
final class ShapeParser {
    private static final int DEEPEST = 32;

    private final String text;
    private int at;

    ShapeParser(String text) {
        this.text = text;
    }

    Shape parse() {
        Shape shape = record(List.of(), SchemaBuilder.struct());
        if (at < text.length()) {
            throw mistake("a comma before the next field, or the end");
        }
        return shape;
    }

    private Shape record(List<String> parents, SchemaBuilder builder) {
        List<Declared> declared = new ArrayList<>();
        Set<String> names = new HashSet<>();
        do {
            Declared field = field(parents, names);
            builder.field(field.steps.get(field.steps.size() - 1), field.schema());
            declared.add(field);
        } while (accept(','));
        Schema schema = builder.build();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < declared.size(); i++) {
            Field place = schema.fields().get(i);
            Declared field = declared.get(i);
            columns.add(new Column(new FieldPath(field.steps).toString(), place, field.type, field.shape));
        }
        return new Shape(schema, columns);
    }

    private record Declared(
            List<String> steps,
            Schema schema,
            @Nullable ScalarType type,
            @Nullable Shape shape) {}

    private Declared field(List<String> parents, Set<String> names) {
        skipBlanks();
        int column = at + 1;
        String name = name();
        if (!names.add(name)) {
            throw new TextMistake(column, "the field " + name + " is declared twice");
        }
        List<String> steps = new ArrayList<>(parents);
        steps.add(name);
        if (accept(':')) {
            ScalarType type = type();
            return new Declared(
                    steps, new SchemaBuilder(type.schemaType()).optional().build(), type, null);
        }
        if (!accept('{')) {
            throw mistake("a colon and a type, or { and the fields of a record, after " + name);
        }
        if (steps.size() > DEEPEST) {
            throw mistake("records nested at most " + DEEPEST + " deep");
        }
        Shape shape = record(steps, SchemaBuilder.struct().optional());
        if (!accept('}')) {
            throw mistake("a comma before the next field, or } at the end of " + name);
        }
        return new Declared(steps, shape.schema(), null, shape);
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

    private ScalarType type() {
        skipBlanks();
        int column = at + 1;
        String label = word("a type");
        ScalarType type = ScalarType.named(label);
        if (type == null) {
            throw new TextMistake(
                    column,
                    "expected a type, found " + label
                            + Suggestions.nearest(label, ScalarType.labels())
                                    .map(meant -> "; did you mean " + meant + "?")
                                    .orElse("; there are " + String.join(", ", ScalarType.labels())));
        }
        return type;
    }

    private String word(String expected) {
        int from = at;
        while (at < text.length() && ":{},`".indexOf(text.charAt(at)) < 0 && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at == from) {
            throw mistake(expected);
        }
        return text.substring(from, at);
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
