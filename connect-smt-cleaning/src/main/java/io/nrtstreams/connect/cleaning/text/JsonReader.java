package io.nrtstreams.connect.cleaning.text;

import io.nrtstreams.connect.cleaning.core.Cleaned;
import io.nrtstreams.connect.cleaning.core.Outcome;
import io.nrtstreams.connect.cleaning.core.Refused;
import io.nrtstreams.connect.cleaning.core.ScalarType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON object straight into a Struct of the declared shape. Fields that are not declared are checked and
 * skipped, declared ones that are absent are null, one that is there twice is refused.
 *
 * <p>The first thing that is wrong is kept and ends the reading. For one text, by one thread.
 */
final class JsonReader {
    private final JsonCursor cursor;
    private final JsonTokens tokens;
    private final JsonSkipper skipper;

    JsonReader(JsonCursor cursor) {
        this.cursor = cursor;
        this.tokens = new JsonTokens(cursor);
        this.skipper = new JsonSkipper(cursor, tokens);
    }

    Outcome read(Shape shape) {
        cursor.skipBlanks();
        Struct struct = readObject(shape, "", 1);
        cursor.skipBlanks();
        if (struct != null && !cursor.atEnd()) {
            misplaced("", "the end of the text");
        }
        Refused refused = tokens.refused();
        return refused == null ? new Cleaned(Objects.requireNonNull(struct)) : refused;
    }

    private @Nullable Struct readObject(Shape shape, String path, int depth) {
        if (!cursor.accept('{')) {
            return misplaced(path, "{ at the beginning of a record");
        }
        Struct struct = new Struct(shape.schema());
        boolean[] seen = new boolean[shape.size()];
        int next = 0;
        for (boolean first = true; tokens.continuesUntil('}', first, path); first = false) {
            int index = readName(shape, next, path);
            if (!tokens.areSound()) {
                return null;
            }
            if (index < 0) {
                skipper.skip(path, depth + 1);
                continue;
            }
            if (seen[index]) {
                return refuse(shape.column(index), "expected the field once");
            }
            seen[index] = true;
            next = index + 1;
            Object value = readValue(shape.column(index), depth);
            if (value != null) {
                struct.put(shape.field(index), value);
            }
        }
        return tokens.areSound() ? struct : null;
    }

    /** Takes a name and its colon; -1 for a field that is not declared. */
    private int readName(Shape shape, int next, String path) {
        cursor.skipBlanks();
        // Most texts keep the declared order, and then a name need not be copied to be recognised.
        boolean inOrder = next < shape.size()
                && cursor.atQuote()
                && cursor.acceptName(shape.field(next).name());
        int index = next;
        if (!inOrder) {
            String name = tokens.name(path);
            index = name == null ? -1 : shape.indexOf(name);
        }
        tokens.colon(path);
        return index;
    }

    private @Nullable Object readValue(Column column, int depth) {
        cursor.skipBlanks();
        char c = cursor.peek();
        if (c == '{') {
            return readBraces(column, depth);
        } else if (c == '[') {
            return column.form() instanceof Form.ArrayOf array
                    ? readList(array.element(), depth + 1)
                    : refuse(column, "expected " + column.expected() + ", found a list");
        } else if (cursor.atQuote()) {
            return readText(column);
        } else if (c == '-' || (c >= '0' && c <= '9')) {
            return readNumber(column);
        }
        return readWord(column);
    }

    private @Nullable Object readBraces(Column column, int depth) {
        if (column.form() instanceof Form.Row row) {
            return readObject(row.shape(), column.path(), depth + 1);
        }
        return column.form() instanceof Form.MapOf map
                ? readMap(column, map.value(), depth + 1)
                : refuse(column, "expected " + column.expected() + ", found a record");
    }

    private @Nullable Object readList(Column element, int depth) {
        List<@Nullable Object> values = new ArrayList<>();
        cursor.accept('[');
        for (boolean first = true; tokens.continuesUntil(']', first, element.path()); first = false) {
            values.add(readValue(element, depth));
        }
        return tokens.areSound() ? values : null;
    }

    private @Nullable Object readMap(Column column, Column element, int depth) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        cursor.accept('{');
        for (boolean first = true; tokens.continuesUntil('}', first, column.path()); first = false) {
            cursor.skipBlanks();
            String name = tokens.name(column.path());
            if (name == null) {
                return null;
            }
            tokens.colon(column.path());
            if (values.containsKey(name)) {
                return refuse(column, "expected each name once");
            }
            values.put(name, readValue(element, depth));
        }
        return tokens.areSound() ? values : null;
    }

    private static @Nullable ScalarType scalar(Column column) {
        return column.form() instanceof Form.Scalar scalar ? scalar.type() : null;
    }

    private @Nullable Object readText(Column column) {
        String text = cursor.text(cursor.peek());
        if (text == null) {
            return misplaced(column.path(), "text that is well-formed and closed");
        }
        ScalarType type = scalar(column);
        if (type == ScalarType.STRING) {
            return text;
        }
        if (type == null || !cursor.isLenient()) {
            return refuse(column, "expected " + column.expected() + ", found text");
        }
        return orRefuse(column, type.read(text, 0, text.length()));
    }

    private @Nullable Object readNumber(Column column) {
        int from = cursor.number();
        if (from < 0) {
            return misplaced(column.path(), "a number");
        }
        ScalarType type = scalar(column);
        if (type == null || type == ScalarType.BOOLEAN) {
            return refuse(column, "expected " + column.expected() + ", found a number");
        }
        return orRefuse(column, type.read(cursor.text(), from, cursor.index()));
    }

    private @Nullable Object readWord(Column column) {
        int position = cursor.position();
        JsonTokens.Word word = tokens.word();
        if (word == JsonTokens.Word.UNKNOWN) {
            return refuse(column, "expected a value at character " + position);
        } else if (word == JsonTokens.Word.NULL) {
            return null;
        }
        boolean truth = word == JsonTokens.Word.TRUE;
        if (scalar(column) == ScalarType.BOOLEAN) {
            return truth;
        }
        return scalar(column) == ScalarType.STRING
                ? String.valueOf(truth)
                : refuse(column, "expected " + column.expected() + ", found a boolean");
    }

    private @Nullable Object orRefuse(Column column, @Nullable Object value) {
        return value == null ? refuse(column, "expected " + column.expected()) : value;
    }

    /** Notes that a field is not as declared; null stands in the place of what was to be read. */
    private @Nullable Struct refuse(Column column, String reason) {
        tokens.refuse(Refused.reject(column.path(), column.declaration(), reason));
        return null;
    }

    /** Notes that the text is not well-formed; null stands in the place of what was to be read. */
    private @Nullable Struct misplaced(String path, String expected) {
        tokens.misplaced(path, expected);
        return null;
    }
}
