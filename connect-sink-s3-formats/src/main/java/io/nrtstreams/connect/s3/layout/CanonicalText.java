package io.nrtstreams.connect.s3.layout;

import io.nrtstreams.connect.s3.format.JsonWriter;
import io.nrtstreams.connect.s3.format.Utf8Buffer;
import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Schemas as text: two have the same text if and only if they are equal. The text is part of object names by way of its
 * hash, so it must not change from one version of this software to the next.
 *
 * <p>Texts within are preceded by their length, so that no name can be mistaken for syntax.
 */
public final class CanonicalText {
    /** Deeper than this a schema is recursive, or as good as. */
    private static final int DEEPEST = 100;

    private final StringBuilder out = new StringBuilder();
    private int depth;

    private CanonicalText() {}

    /** The text of a file's columns and, where they are the fields of a struct, of that struct's name. */
    static String of(List<Column> columns, @Nullable Schema struct) {
        CanonicalText text = new CanonicalText();
        if (struct != null) {
            text.identity(struct);
        }
        for (Column column : columns) {
            text.string(column.name());
            text.out.append(column.optional() ? '?' : '!');
            text.schema(column.schema());
        }
        return text.out.toString();
    }

    /** The text of a struct, whether or not it may be null. */
    public static String ofStruct(Schema struct) {
        CanonicalText text = new CanonicalText();
        text.identity(struct);
        text.fields(struct);
        return text.out.toString();
    }

    private void schema(Schema schema) {
        if (++depth > DEEPEST) {
            throw new Misfit("its schema is nested over " + DEEPEST + " levels deep, or refers to itself");
        }
        out.append(schema.type().getName()).append(schema.isOptional() ? '?' : '!');
        identity(schema);
        string(defaultText(schema));
        switch (schema.type()) {
            case STRUCT -> fields(schema);
            case ARRAY -> schema(schema.valueSchema());
            case MAP -> {
                schema(schema.keySchema());
                schema(schema.valueSchema());
            }
            default -> {}
        }
        depth--;
    }

    private void identity(Schema schema) {
        string(schema.name());
        string(schema.version() == null ? null : schema.version().toString());
        string(schema.doc());
        if (schema.parameters() != null) {
            out.append('[');
            new TreeMap<>(schema.parameters()).forEach((name, value) -> {
                string(name);
                string(value);
            });
            out.append(']');
        }
    }

    private void fields(Schema struct) {
        out.append('{');
        for (Field field : struct.fields()) {
            string(field.name());
            schema(field.schema());
        }
        out.append('}');
    }

    private static @Nullable String defaultText(Schema schema) {
        if (schema.defaultValue() == null) {
            return null;
        }
        Utf8Buffer json = new Utf8Buffer();
        new JsonWriter().write(json, schema.defaultValue(), schema);
        return json.toString();
    }

    private void string(@Nullable String text) {
        if (text == null) {
            out.append('-');
        } else {
            out.append(text.length()).append(':').append(text);
        }
    }
}
