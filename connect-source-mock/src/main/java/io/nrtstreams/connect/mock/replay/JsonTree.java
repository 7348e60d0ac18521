package io.nrtstreams.connect.mock.replay;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** The way through a JSON object to the columns of a layout: what is in no column is skipped. Immutable once built. */
final class JsonTree {
    private final Map<String, JsonTree> children = new HashMap<>();
    private final String path;
    private @Nullable Leaf leaf;

    /** A column: its field, what it is read as, and what messages call it. */
    private record Leaf(Field field, ColumnType type, TimeTexts times, String path) {}

    private JsonTree(String path) {
        this.path = path;
    }

    static JsonTree of(Layout layout) {
        JsonTree root = new JsonTree("");
        for (int i = 0; i < layout.columns().size(); i++) {
            Column column = layout.columns().get(i);
            JsonTree here = root;
            for (String step : column.steps()) {
                String below = here.path.isEmpty() ? step : here.path + "." + step;
                here = here.children.computeIfAbsent(step, absent -> new JsonTree(below));
            }
            here.leaf = new Leaf(layout.field(i), column.type(), layout.times(column), column.path());
        }
        return root;
    }

    /** Reads the object that the parser is at the beginning of, and leaves it at its end. */
    void read(JsonParser json, Struct target) throws IOException {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            JsonTree child = children.get(json.currentName());
            JsonToken token = json.nextToken();
            if (child == null) {
                json.skipChildren();
            } else if (token != JsonToken.VALUE_NULL) {
                child.take(json, token, target);
            }
        }
    }

    private void take(JsonParser json, JsonToken token, Struct target) throws IOException {
        if (leaf != null) {
            target.put(leaf.field, value(json, leaf.type, leaf));
        } else if (token == JsonToken.START_OBJECT) {
            read(json, target);
        } else {
            throw new BadRowException(
                    path, "struct", "expected an object", "correct the file, or the path in replay.columns");
        }
    }

    private static @Nullable Object value(JsonParser json, ColumnType type, Leaf leaf) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (type instanceof StructType struct) {
            return struct(json, struct, leaf);
        }
        if (type instanceof ArrayType array) {
            return array(json, array, leaf);
        }
        if (type instanceof ColumnType.OfText text && json.currentToken().isScalarValue()) {
            return scalar(json, text, leaf);
        }
        throw BadRowException.ofType(leaf.path, leaf.type);
    }

    private static Object scalar(JsonParser json, ColumnType.OfText type, Leaf leaf) throws IOException {
        JsonToken token = json.currentToken();
        if (type == PlainType.FLOAT64 && token.isNumeric()) {
            return json.getDoubleValue();
        }
        try {
            return type.value(json.getText(), leaf.times);
        } catch (IllegalArgumentException e) {
            // The parser's own message repeats the value, so it is not passed on.
            throw BadRowException.ofType(leaf.path, leaf.type);
        }
    }

    private static Struct struct(JsonParser json, StructType type, Leaf leaf) throws IOException {
        require(json, JsonToken.START_OBJECT, leaf);
        Struct struct = new Struct(type.schema());
        while (json.nextToken() != JsonToken.END_OBJECT) {
            Field field = type.schema().field(json.currentName());
            ColumnType below = type.fields().get(json.currentName());
            json.nextToken();
            if (field == null || below == null) {
                json.skipChildren();
            } else {
                struct.put(field, value(json, below, leaf));
            }
        }
        return struct;
    }

    private static List<@Nullable Object> array(JsonParser json, ArrayType type, Leaf leaf) throws IOException {
        require(json, JsonToken.START_ARRAY, leaf);
        List<@Nullable Object> elements = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(json, type.element(), leaf));
        }
        return elements;
    }

    private static void require(JsonParser json, JsonToken expected, Leaf leaf) {
        if (json.currentToken() != expected) {
            throw BadRowException.ofType(leaf.path, leaf.type);
        }
    }
}
